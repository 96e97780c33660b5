package dev.millrace.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.embedded.EmbeddedKafka;
import dev.millrace.streams.KafkaStreams;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightsBatchTest {

    @TempDir
    Path directory;

    @Test
    void theFinalNumbersAreThoseOfABatchComputationOverTheSameFile() throws Exception {
        FlightsResult result = stream();

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

    private FlightsResult stream() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"))) {
            String servers = kafka.bootstrapServers();
            FlightsExample.createTopics(servers);
            try (KafkaStreams streams = new KafkaStreams(
                            FlightsTopology.build(),
                            FlightsTopology.config(servers, "exactly_once_v2", directory.resolve("state")));
                    FlightFeed feed = new FlightFeed(servers);
                    FlightsReport report = new FlightsReport(servers)) {
                feed.sendAirports();
                streams.start();
                List<FlightData.Line> lines = FlightData.lines();
                feed.replay(lines, 0, new ProgressBar(nowhere()));
                return report.await(
                        lines.size(), Duration.ofMinutes(2), () -> streams.state() != KafkaStreams.State.ERROR);
            }
        }
    }

    private static Map<String, Long> delayMinutes(Ranking ranking) {
        Map<String, Long> delays = new HashMap<>();
        ranking.airports().forEach((iata, sum) -> delays.put(iata, sum.delayMinutes()));
        return delays;
    }

    private static PrintStream nowhere() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }
}
