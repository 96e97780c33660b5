package dev.millrace.streams.processor;

import dev.millrace.streams.KeyValue;
import java.util.Collection;

public interface BatchingStateRestoreCallback extends StateRestoreCallback {

    void restoreAll(Collection<KeyValue<byte[], byte[]>> records);

    @Override
    default void restore(byte[] key, byte[] value) {
        throw new UnsupportedOperationException("BatchingStateRestoreCallback.restore");
    }
}
