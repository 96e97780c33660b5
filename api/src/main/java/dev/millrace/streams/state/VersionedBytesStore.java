package dev.millrace.streams.state;

import org.apache.kafka.common.utils.Bytes;

/** A versioned store of bytes, in the shape of a key-value store whose values begin with their timestamp (KIP-889). */
public interface VersionedBytesStore extends KeyValueStore<Bytes, byte[]>, TimestampedBytesStore {

    /** Adds a version. See {@link VersionedKeyValueStore#put}. */
    long put(Bytes key, byte[] value, long timestamp);

    /** The version that held at this time. See {@link VersionedKeyValueStore#get(Object, long)}. */
    byte[] get(Bytes key, long asOfTimestamp);

    /** Ends what held at this time. See {@link VersionedKeyValueStore#delete}. */
    byte[] delete(Bytes key, long timestamp);
}
