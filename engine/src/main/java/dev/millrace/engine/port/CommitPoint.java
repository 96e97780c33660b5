package dev.millrace.engine.port;

/**
 * Up to where a source partition is processed.
 *
 * @param nextOffset the offset of the first record not yet processed
 * @param metadata a note for who takes over, empty for none
 */
public record CommitPoint(long nextOffset, String metadata) {

    /** A point without a note. */
    public CommitPoint(long nextOffset) {
        this(nextOffset, "");
    }
}
