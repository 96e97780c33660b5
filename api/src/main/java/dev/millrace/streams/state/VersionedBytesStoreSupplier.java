package dev.millrace.streams.state;

public interface VersionedBytesStoreSupplier extends KeyValueBytesStoreSupplier {

    long historyRetentionMs();
}
