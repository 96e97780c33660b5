package dev.millrace.conformance.script;

import java.util.List;

/**
 * What the comparison needs to know about a kind of store.
 *
 * @param left what its input does not determine
 */
public record KindFacts(String name, List<Input> inputs, Left left) {

    /** What is left to chance in the topics that an application writes, and so is not compared. */
    public enum Left {
        NOTHING,
        /** In which order updates meet: only the last of each key is compared, without its time. */
        ORDER,
        /** The time of changelog records: it is that of the wall clock. */
        TIMES,
        /** The number that tells values of one key and window apart: a new life counts from the beginning. */
        NUMBERS,
        /** As {@link #NUMBERS}; and when windows are looked at for what has no match: a new life does so at another record. */
        NUMBERS_AND_UNMATCHED
    }
}
