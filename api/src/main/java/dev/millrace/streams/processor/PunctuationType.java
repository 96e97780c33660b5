package dev.millrace.streams.processor;

/** The clock a scheduled call follows. */
public enum PunctuationType {
    /** The timestamps of the records: time stands still when none come. */
    STREAM_TIME,
    /** The clock of this machine. */
    WALL_CLOCK_TIME
}
