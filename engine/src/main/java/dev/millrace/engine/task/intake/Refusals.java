package dev.millrace.engine.task.intake;

/** What becomes of source records that never reach an operator. */
public interface Refusals {

    /** The head's bytes could not be deserialized. Returns if it is to be skipped, else throws. */
    void undeserializable(InputQueue input, Exception error);

    /** The head has no valid event time; it is skipped. */
    void withoutEventTime(InputQueue input, long extractedTimestamp);
}
