package dev.millrace.streams.state;

public interface HeadersBytesStoreSupplier {}
