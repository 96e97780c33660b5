package dev.millrace.streams.state;

import org.apache.kafka.common.utils.Bytes;

public interface VersionedBytesStore extends KeyValueStore<Bytes, byte[]>, TimestampedBytesStore {

    long put(Bytes key, byte[] value, long timestamp);

    byte[] get(Bytes key, long asOfTimestamp);

    byte[] delete(Bytes key, long timestamp);
}
