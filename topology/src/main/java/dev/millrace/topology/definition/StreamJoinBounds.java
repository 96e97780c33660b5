package dev.millrace.topology.definition;

/**
 * How far in event time a record may be from one that it is joined with.
 *
 * @param beforeMs how much earlier the other record may be
 * @param afterMs how much later the other record may be
 */
public record StreamJoinBounds(long beforeMs, long afterMs) {

    /** The same, seen from the other record. */
    public StreamJoinBounds seenFromOther() {
        return new StreamJoinBounds(/* beforeMs= */ afterMs, /* afterMs= */ beforeMs);
    }
}
