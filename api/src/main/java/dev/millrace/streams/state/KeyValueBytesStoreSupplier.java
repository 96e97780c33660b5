package dev.millrace.streams.state;

import org.apache.kafka.common.utils.Bytes;

/** Makes key-value stores of bytes; serdes, cache and changelog are put around them. */
public interface KeyValueBytesStoreSupplier extends StoreSupplier<KeyValueStore<Bytes, byte[]>> {}
