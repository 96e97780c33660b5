package dev.millrace.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.Topology;
import dev.millrace.streams.errors.MisconfiguredInternalTopicException;
import dev.millrace.streams.errors.MissingSourceTopicException;
import dev.millrace.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import dev.millrace.streams.errors.TopologyException;
import dev.millrace.streams.kstream.Repartitioned;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** What happens to an application whose thread fails, or that cannot start. */
class FailureTest extends OnBroker {
    private final List<Throwable> failures = new CopyOnWriteArrayList<>();

    // ---- the three answers ----

    @Test
    void aThreadThatIsReplacedTriesTheRecordAgainAndGoesOn() {
        createTopics("replace");
        AtomicInteger attempts = new AtomicInteger();
        try (KafkaStreams streams = instance("replace", "one", copying("replace", "poison", attempts, 2))) {
            answer(streams, StreamThreadExceptionResponse.REPLACE_THREAD);
            streams.start();
            cluster.send("replace-in", "first", "poison", "last");
            await().atMost(Cluster.PATIENCE)
                    .untilAsserted(() -> assertThat(output("replace")).contains("first", "poison", "last"));
            assertThat(attempts).hasValue(3);
            assertThat(failures).hasSize(2);
            await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.RUNNING);
            assertThat(streams.metadataForLocalThreads()).hasSize(1);
        }
    }

    @Test
    void aClientThatIsShutDownEndsInErrorAndTheOthersGoOn() {
        createTopics("client");
        AtomicInteger attempts = new AtomicInteger();
        try (KafkaStreams streams =
                instance("client", "one", copying("client", "poison", attempts, Integer.MAX_VALUE))) {
            answer(streams, StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
            streams.start();
            cluster.send("client-in", "poison");
            await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.ERROR);
            assertThat(attempts).hasValue(1);
            assertThat(failures)
                    .singleElement()
                    .satisfies(failure -> assertThat(failure).hasStackTraceContaining("no good: poison"));
        }
    }

    @Test
    void anApplicationThatIsShutDownEndsEverywhere() {
        createTopics("everywhere");
        AtomicInteger attempts = new AtomicInteger();
        Topology program = copying("everywhere", "poison", attempts, Integer.MAX_VALUE);
        try (KafkaStreams one = instance("everywhere", "one", program);
                KafkaStreams other =
                        instance("everywhere", "other", copying("everywhere", "poison", attempts, Integer.MAX_VALUE))) {
            for (KafkaStreams each : List.of(one, other)) {
                answer(each, StreamThreadExceptionResponse.SHUTDOWN_APPLICATION);
                each.start();
            }
            await().atMost(Cluster.PATIENCE)
                    .until(() -> one.state() == State.RUNNING && other.state() == State.RUNNING);
            cluster.send("everywhere-in", "poison");
            await().atMost(Cluster.PATIENCE).until(() -> one.state() == State.ERROR && other.state() == State.ERROR);
            assertThat(attempts)
                    .as("attempts: the other was told, and did not try for itself")
                    .hasValue(1);
        }
    }

    // ---- what prevents a start ----

    @Test
    void aSourceTopicThatIsMissingIsNamed() {
        cluster.createTopic("half-out", 1);
        try (KafkaStreams streams = instance("half", "one", copying("half", "", new AtomicInteger(), 0))) {
            answer(streams, StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
            streams.start();
            await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.ERROR);
            assertThat(failures)
                    .singleElement()
                    .isInstanceOf(MissingSourceTopicException.class)
                    .satisfies(failure -> assertThat(failure).hasMessageContaining("half-in"));
        }
    }

    @Test
    void aChangelogWithTheWrongNumberOfPartitionsIsNamedWithBothNumbers() {
        createTopics("resized");
        cluster.createTopic("resized-counts-changelog", 3);
        assertRefused("resized", WordCounts.topology("resized-in", "resized-out"), "resized-counts-changelog");
    }

    @Test
    void aRepartitionTopicWithTheWrongNumberOfPartitionsIsNamedWithBothNumbers() {
        createTopics("rerouted");
        cluster.createTopic("rerouted-words-repartition", 3);
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream("rerouted-in")
                .repartition(Repartitioned.as("words"))
                .to("rerouted-out");
        assertRefused("rerouted", builder.build(), "rerouted-words-repartition");
    }

    @Test
    void joinedTopicsWithDifferentNumbersOfPartitionsAreNamedWithBothNumbers() {
        cluster.createTopic("narrow", 1);
        cluster.createTopic("wide", 2);
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream("narrow")
                .join(builder.<String, String>table("wide"), (value, row) -> value + row)
                .foreach((key, value) -> {});
        try (KafkaStreams streams = instance("uneven", "one", builder.build())) {
            answer(streams, StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
            streams.start();
            await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.ERROR);
            assertThat(failures)
                    .singleElement()
                    .isInstanceOf(TopologyException.class)
                    .satisfies(failure -> assertThat(failure)
                            .hasMessageStartingWith("Invalid topology: Topics that are joined")
                            .hasMessageContaining("narrow has 1, wide has 2"));
        }
    }

    private void assertRefused(String name, Topology topology, String topic) {
        try (KafkaStreams streams = instance(name, "one", topology)) {
            answer(streams, StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
            streams.start();
            await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.ERROR);
            assertThat(failures)
                    .singleElement()
                    .isInstanceOf(MisconfiguredInternalTopicException.class)
                    .satisfies(failure -> assertThat(failure)
                            .hasMessageContaining(topic + " has 3 partitions")
                            .hasMessageContaining("needs 2")
                            .hasMessageContaining("reset the application"));
        }
    }

    private static void createTopics(String name) {
        cluster.createTopic(name + "-in", 2);
        cluster.createTopic(name + "-out", 1);
    }

    private void answer(KafkaStreams streams, StreamThreadExceptionResponse response) {
        streams.setUncaughtExceptionHandler(failure -> {
            failures.add(failure);
            return response;
        });
    }

    private KafkaStreams instance(String name, String stateDir, Topology topology) {
        return new KafkaStreams(topology, cluster.settings(name, directory.resolve(stateDir)));
    }

    /** Copies values, and fails so many times on one of them. */
    private static Topology copying(String name, String poison, AtomicInteger attempts, int times) {
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream(name + "-in")
                .peek((key, value) -> {
                    if (value.equals(poison) && attempts.incrementAndGet() <= times) {
                        throw new IllegalArgumentException("no good: " + value);
                    }
                })
                .to(name + "-out");
        return builder.build();
    }

    private static List<String> output(String name) {
        return cluster.read(name + "-out", new StringDeserializer()).stream()
                .map(found -> found.value())
                .toList();
    }
}
