package dev.millrace.streams.state;

import org.apache.kafka.common.utils.Bytes;

/** Makes session stores of bytes; serdes, cache and changelog are put around them. */
public interface SessionBytesStoreSupplier extends StoreSupplier<SessionStore<Bytes, byte[]>> {

    /** How much time one segment of the store covers, in milliseconds: old sessions go by segments. */
    long segmentIntervalMs();

    /** How long sessions are kept, in milliseconds. */
    long retentionPeriod();
}
