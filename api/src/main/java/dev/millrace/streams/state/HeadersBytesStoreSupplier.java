package dev.millrace.streams.state;

/** Marks a supplier of stores that keep headers (KIP-1271). */
public interface HeadersBytesStoreSupplier {}
