package dev.millrace.topology.definition;

/** Which rows of two tables a join is about: those that match, or also those of the left table or of both that do not. */
public enum JoinKind {
    INNER,
    LEFT,
    OUTER;

    /** Whether there is a result only where the left table has a row. */
    public boolean needsLeft() {
        return this != OUTER;
    }

    /** Whether there is a result only where the right table has a row. */
    public boolean needsRight() {
        return this == INNER;
    }
}
