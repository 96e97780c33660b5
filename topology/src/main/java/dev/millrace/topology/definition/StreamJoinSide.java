package dev.millrace.topology.definition;

import org.jspecify.annotations.Nullable;

/**
 * One side of a join of two streams.
 *
 * @param left whether it is the stream that {@code join} was called on
 * @param storeName the store of this side's records
 * @param otherStoreName the store of the other side's records
 * @param unmatchedStoreName the store of both sides' records that wait for a match, whose windows are still open; null if
 *     such records are not waited for
 * @param bounds where the matches of a record of this side lie
 * @param graceMs how long after the end of its window a record may still be matched
 * @param keepsUnmatched whether records of this side without a match are results too
 */
public record StreamJoinSide(
        boolean left,
        String storeName,
        String otherStoreName,
        @Nullable String unmatchedStoreName,
        StreamJoinBounds bounds,
        long graceMs,
        boolean keepsUnmatched) {}
