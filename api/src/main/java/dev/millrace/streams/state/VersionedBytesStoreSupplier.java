package dev.millrace.streams.state;

/** Makes versioned stores of bytes; serdes and changelog are put around them (KIP-889). */
public interface VersionedBytesStoreSupplier extends KeyValueBytesStoreSupplier {

    /** How long old versions are kept, in milliseconds. */
    long historyRetentionMs();
}
