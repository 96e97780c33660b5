package dev.millrace.streams;

public enum DslStoreFormat {
    PLAIN("PLAIN"),
    TIMESTAMPED("TIMESTAMPED"),
    HEADERS("HEADERS");

    public final String name;

    DslStoreFormat(String name) {
        this.name = name;
    }

    public static DslStoreFormat of(String name) {
        throw new UnsupportedOperationException("DslStoreFormat.of");
    }
}
