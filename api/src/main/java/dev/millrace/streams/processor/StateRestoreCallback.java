package dev.millrace.streams.processor;

@FunctionalInterface
public interface StateRestoreCallback {

    void restore(byte[] key, byte[] value);
}
