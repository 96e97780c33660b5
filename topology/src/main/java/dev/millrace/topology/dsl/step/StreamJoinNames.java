package dev.millrace.topology.dsl.step;

import dev.millrace.topology.definition.JoinKind;
import dev.millrace.topology.naming.NameSequence;
import dev.millrace.topology.naming.Prefix;
import org.jspecify.annotations.Nullable;

/**
 * The names of the nodes of a join of two streams, and those that its stores are generated from.
 *
 * @param joinThis the generated name of the left side's join, whether or not the node has another one
 * @param joinOther the generated name of the right side's join, whether or not the node has another one
 * @param outerShared the generated name of what both sides share
 */
public record StreamJoinNames(
        String windowedThis,
        String windowedOther,
        String joinThisNode,
        String joinOtherNode,
        String merge,
        String joinThis,
        String joinOther,
        String outerShared) {

    /**
     * Takes five numbers, whether they show or not.
     *
     * @param given the user's name for the join, or null
     */
    public static StreamJoinNames next(NameSequence names, JoinKind kind, @Nullable String given) {
        boolean outerThis = kind == JoinKind.OUTER;
        boolean outerOther = kind != JoinKind.INNER;
        String windowedThis = names.next(Prefix.STREAM_WINDOWED, with(given, "-this-windowed"));
        String windowedOther = names.next(Prefix.STREAM_WINDOWED, with(given, "-other-windowed"));
        String joinThis = names.next(outerThis ? Prefix.STREAM_OUTER_THIS : Prefix.STREAM_JOIN_THIS);
        String joinOther = names.next(outerOther ? Prefix.STREAM_OUTER_OTHER : Prefix.STREAM_JOIN_OTHER);
        String merge = names.next(Prefix.STREAM_MERGE, with(given, "-merge"));
        return new StreamJoinNames(
                windowedThis,
                windowedOther,
                given == null ? joinThis : given + (outerThis ? "-outer-this-join" : "-this-join"),
                given == null ? joinOther : given + (outerOther ? "-outer-other-join" : "-other-join"),
                merge,
                joinThis,
                joinOther,
                names.sibling(joinThis, Prefix.STREAM_OUTER_SHARED));
    }

    private static @Nullable String with(@Nullable String given, String suffix) {
        return given == null ? null : given + suffix;
    }
}
