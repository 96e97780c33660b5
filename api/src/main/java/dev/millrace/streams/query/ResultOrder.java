package dev.millrace.streams.query;

/** The order in which the results of a query come. */
public enum ResultOrder {
    /** Whatever is easiest for the store. */
    ANY,
    /** From the first to the last. */
    ASCENDING,
    /** From the last to the first. */
    DESCENDING
}
