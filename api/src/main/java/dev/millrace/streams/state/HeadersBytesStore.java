package dev.millrace.streams.state;

public interface HeadersBytesStore {

    static byte[] convertToHeaderFormat(byte[] value) {
        throw new UnsupportedOperationException("HeadersBytesStore.convertToHeaderFormat");
    }

    static byte[] convertFromPlainToHeaderFormat(byte[] value) {
        throw new UnsupportedOperationException("HeadersBytesStore.convertFromPlainToHeaderFormat");
    }
}
