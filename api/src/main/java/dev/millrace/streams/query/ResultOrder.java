package dev.millrace.streams.query;

public enum ResultOrder {
    ANY,
    ASCENDING,
    DESCENDING;
}
