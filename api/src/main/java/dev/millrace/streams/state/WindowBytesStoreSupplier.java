package dev.millrace.streams.state;

import org.apache.kafka.common.utils.Bytes;

/** Makes window stores of bytes; serdes, cache and changelog are put around them. */
public interface WindowBytesStoreSupplier extends StoreSupplier<WindowStore<Bytes, byte[]>> {

    /** How much time one segment of the store covers, in milliseconds: old windows go by segments. */
    long segmentIntervalMs();

    /** The size of a window, in milliseconds. */
    long windowSize();

    /** Whether several values of a key may have the same time. */
    boolean retainDuplicates();

    /** How long windows are kept, in milliseconds. */
    long retentionPeriod();
}
