package dev.millrace.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the program must say in the end, computed from the same file in one go. */
final class BatchAnswer {
    private BatchAnswer() {}

    static void assertRight(FlightsResult result) {
        List<Flight> flights = FlightData.flights();
        assertThat(result.flights()).isEqualTo(flights.size());
        assertThat(result.alerts())
                .isEqualTo(
                        flights.stream().filter(flight -> flight.delay() > 120).count());
        assertThat(result.windows())
                .isEqualTo(flights.stream()
                        .map(flight -> flight.origin() + flight.eventTimeMs() / 3_600_000)
                        .distinct()
                        .count());
        assertThat(result.deadLetters()).isEqualTo(3);
        assertThat(delayMinutes(result.ranking()))
                .isEqualTo(flights.stream()
                        .collect(Collectors.groupingBy(Flight::origin, Collectors.summingLong(Flight::delay))));
    }

    /** How many flights each airport lacks in the ranking. */
    static Map<String, Long> missing(FlightsResult result) {
        Map<String, Long> missing = new TreeMap<>();
        FlightData.flights().forEach(flight -> missing.merge(flight.origin(), 1L, Long::sum));
        result.ranking().airports().forEach((iata, delays) -> missing.merge(iata, -delays.flights(), Long::sum));
        missing.values().removeIf(count -> count == 0);
        return missing;
    }

    private static Map<String, Long> delayMinutes(Ranking ranking) {
        Map<String, Long> delays = new HashMap<>();
        ranking.airports().forEach((iata, sum) -> delays.put(iata, sum.delayMinutes()));
        return delays;
    }
}
