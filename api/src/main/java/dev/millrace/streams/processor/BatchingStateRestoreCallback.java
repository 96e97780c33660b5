package dev.millrace.streams.processor;

import dev.millrace.streams.KeyValue;
import java.util.Collection;

/** Takes the records of a changelog in batches while a store is restored. */
public interface BatchingStateRestoreCallback extends StateRestoreCallback {

    /** Takes the next records, in the order of the changelog; a null value deletes the key. */
    void restoreAll(Collection<KeyValue<byte[], byte[]>> records);

    /**
     * Not called: records come through {@link #restoreAll}.
     *
     * @throws UnsupportedOperationException unless overridden
     */
    @Override
    default void restore(byte[] key, byte[] value) {
        throw new UnsupportedOperationException(
                "BatchingStateRestoreCallback.restore: records are restored in batches, through restoreAll");
    }
}
