package dev.millrace.examples.flights;

import dev.millrace.embedded.EmbeddedKafka;
import dev.millrace.streams.KafkaStreams;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on a real broker, exactly once: alone, and shared by two instances of which one is killed. */
class FlightsBatchTest {
    private static final String GUARANTEE = "exactly_once_v2";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path directory;

    private final ProgressBar noProgress =
            new ProgressBar(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));

    @Test
    void theFinalNumbersAreThoseOfABatchComputationOverTheSameFile() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"));
                KafkaStreams streams = program(kafka)) {
            FlightsExample.createTopics(kafka.bootstrapServers());
            try (FlightFeed feed = new FlightFeed(kafka.bootstrapServers());
                    FlightsReport report = new FlightsReport(kafka.bootstrapServers())) {
                feed.sendAirports();
                streams.start();
                feed.replay(FlightData.lines(), 0, noProgress);
                BatchAnswer.assertRight(answer(report, streams));
            }
        }
    }

    @Test
    void theFinalNumbersAreRightThoughOneOfTwoInstancesIsKilledInTheMiddle() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("kafka"));
                KafkaStreams survivor = program(kafka)) {
            FlightsExample.createTopics(kafka.bootstrapServers());
            try (FlightFeed feed = new FlightFeed(kafka.bootstrapServers());
                    FlightsReport report = new FlightsReport(kafka.bootstrapServers());
                    WorkShare share = new WorkShare(kafka.bootstrapServers());
                    OtherInstance victim = OtherInstance.join(
                            kafka.bootstrapServers(), GUARANTEE, directory.resolve("state-of-the-other"))) {
                feed.sendAirports();
                survivor.start();
                share.awaitTwoPartitionsForEachOfTwoInstances();
                List<FlightData.Line> lines = FlightData.lines();
                int quarter = lines.size() / 4;

                feed.replay(lines.subList(0, quarter), 0, noProgress);
                share.awaitCommitsInAllPartitions();
                feed.replay(lines.subList(quarter, 2 * quarter), 0, noProgress);
                victim.kill();
                feed.replay(lines.subList(2 * quarter, lines.size()), 0, noProgress);

                BatchAnswer.assertRight(answer(report, survivor));
                share.awaitAllPartitionsForOneInstance();
            }
        }
    }

    private KafkaStreams program(EmbeddedKafka kafka) {
        return new KafkaStreams(
                FlightsTopology.build(),
                FlightsTopology.config(kafka.bootstrapServers(), GUARANTEE, directory.resolve("state")));
    }

    private static FlightsResult answer(FlightsReport report, KafkaStreams streams) {
        try {
            return report.await(FlightData.lines().size(), PATIENCE, () -> streams.state() != KafkaStreams.State.ERROR);
        } catch (IllegalStateException unfinished) {
            throw new AssertionError(unfinished.getMessage() + "; missing by airport: "
                    + BatchAnswer.missing(report.result()) + "; what the threads of the program do: " + stacks());
        }
    }

    private static String stacks() {
        StringBuilder stacks = new StringBuilder();
        Thread.getAllStackTraces().forEach((thread, frames) -> {
            if (thread.getName().contains("flights-example")) {
                stacks.append(System.lineSeparator()).append(thread);
                for (StackTraceElement frame : frames) {
                    stacks.append(System.lineSeparator()).append("    at ").append(frame);
                }
            }
        });
        return stacks.toString();
    }
}
