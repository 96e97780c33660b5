package dev.millrace.streams.state;

public interface TimestampedBytesStore {

    static byte[] convertToTimestampedFormat(byte[] plainValue) {
        throw new UnsupportedOperationException("TimestampedBytesStore.convertToTimestampedFormat");
    }
}
