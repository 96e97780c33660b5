package dev.millrace.streams.processor;

/** Takes the records of a changelog, one by one, while a store is restored. */
@FunctionalInterface
public interface StateRestoreCallback {

    /** Takes the next record; a null value deletes the key. */
    void restore(byte[] key, byte[] value);
}
