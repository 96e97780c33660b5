package dev.millrace.streams;

public enum GroupProtocol {
    CLASSIC("CLASSIC"),
    STREAMS("STREAMS");

    public final String name;

    GroupProtocol(String name) {
        this.name = name;
    }

    public static GroupProtocol of(String name) {
        throw new UnsupportedOperationException("GroupProtocol.of");
    }
}
