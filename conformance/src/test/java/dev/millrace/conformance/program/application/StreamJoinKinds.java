package dev.millrace.conformance.program.application;

import dev.millrace.conformance.script.KindFacts.Left;
import dev.millrace.streams.kstream.JoinWindows;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.StreamJoined;
import dev.millrace.streams.kstream.ValueJoiner;
import java.time.Duration;
import java.util.List;

/** The stores of joins of streams: one of each side, and in left and outer joins one of what waits for a match. */
final class StreamJoinKinds {
    private static final JoinWindows NEAR =
            JoinWindows.ofTimeDifferenceAndGrace(Duration.ofSeconds(5), Duration.ofMinutes(1));
    private static final ValueJoiner<String, String, String> BOTH = (left, right) -> left + "+" + right;

    private StreamJoinKinds() {}

    static List<Kind> all() {
        return List.of(
                Kind.ofTwo("stream-join", place -> place.out(left(place).join(right(place), BOTH, NEAR, kept(place))))
                        .leaving(Left.NUMBERS),
                Kind.ofTwo(
                                "stream-left-join",
                                place -> place.out(left(place).leftJoin(right(place), BOTH, NEAR, kept(place))))
                        .leaving(Left.NUMBERS_AND_UNMATCHED),
                Kind.ofTwo(
                                "stream-outer-join",
                                place -> place.out(left(place).outerJoin(right(place), BOTH, NEAR, kept(place))))
                        .leaving(Left.NUMBERS_AND_UNMATCHED));
    }

    private static KStream<String, String> left(Place place) {
        return place.stream(0);
    }

    private static KStream<String, String> right(Place place) {
        return place.stream(1);
    }

    private static StreamJoined<String, String, String> kept(Place place) {
        return StreamJoined.as(place.store());
    }
}
