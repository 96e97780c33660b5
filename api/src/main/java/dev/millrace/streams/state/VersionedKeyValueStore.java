package dev.millrace.streams.state;

import dev.millrace.streams.processor.StateStore;

/**
 * A store that keeps the versions of each key's value for a while (KIP-889).
 *
 * <p>What is older than the history retention, counted from the highest timestamp seen, is neither kept nor taken. Belongs
 * to the stream thread of the task.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface VersionedKeyValueStore<K, V> extends StateStore {
    /** What {@link #put} returns if the new version is the latest. */
    long PUT_RETURN_CODE_VALID_TO_UNDEFINED = -1L;

    /** What {@link #put} returns if the version is too old to be taken. */
    long PUT_RETURN_CODE_NOT_PUT = Long.MIN_VALUE;

    /**
     * Adds a version.
     *
     * @param key the key
     * @param value the value, null to say that there is none from this time on
     * @param timestamp since when it holds
     * @return until when it holds: the time of the next version, or one of the two codes
     * @throws NullPointerException if the key is null
     */
    long put(K key, V value, long timestamp);

    /**
     * Says that there is no value from this time on.
     *
     * @return the version that held at this time, null if none did
     * @throws NullPointerException if the key is null
     */
    VersionedRecord<V> delete(K key, long timestamp);

    /**
     * The latest version, null if there is no value now.
     *
     * @throws NullPointerException if the key is null
     */
    VersionedRecord<V> get(K key);

    /**
     * The version that held at this time, null if none did or that is no longer known.
     *
     * @throws NullPointerException if the key is null
     */
    VersionedRecord<V> get(K key, long asOfTimestamp);
}
