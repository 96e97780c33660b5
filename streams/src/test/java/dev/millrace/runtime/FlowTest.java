package dev.millrace.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** When records flow and when they wait: pauses, inputs that are behind, threads that come and go. */
class FlowTest extends OnBroker {
    private static final Duration A_WHILE = Duration.ofMillis(700);

    @Test
    void aPausedInstanceProcessesNothingUntilItIsResumed() {
        Topology copy = merging("paused", "paused-in");
        try (KafkaStreams streams = new KafkaStreams(copy, cluster.settings("paused", directory))) {
            streams.pause();
            streams.start();
            awaitRunning(streams);
            cluster.send("paused-in", "first");
            assertOutputStays("paused");

            streams.resume();
            awaitOutput("paused", "first");

            streams.pause();
            assertThat(streams.isPaused()).isTrue();
            cluster.send("paused-in", "second");
            assertOutputStays("paused", "first");
            assertThat(streams.state()).isEqualTo(State.RUNNING);

            streams.resume();
            assertThat(streams.isPaused()).isFalse();
            awaitOutput("paused", "first", "second");
        }
    }

    @Test
    void aTaskWaitsForTheInputThatIsBehindAndSaysSinceWhen() {
        Properties settings = cluster.settings("patient", directory);
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, "600000");
        long startMs = System.currentTimeMillis();
        try (KafkaStreams streams = new KafkaStreams(merging("patient", "patient-left", "patient-right"), settings)) {
            streams.start();
            cluster.sendTo("patient-left", 0, "k", "left 10", 10);
            cluster.sendTo("patient-left", 0, "k", "left 30", 30);
            await().atMost(Cluster.PATIENCE)
                    .untilAsserted(() -> assertThat(idlingSince(streams))
                            .singleElement()
                            .satisfies(since -> assertThat(since).isBetween(startMs, System.currentTimeMillis())));
            assertOutputStays("patient");

            cluster.sendTo("patient-right", 0, "k", "right 20", 20);
            awaitOutput("patient", "left 10", "right 20");
            cluster.sendTo("patient-right", 0, "k", "right 40", 40);
            awaitOutput("patient", "left 10", "right 20", "left 30");
        }
    }

    @Test
    void aTaskThatMayNotIdleDoesNotWaitForAnEmptyInput() {
        Properties settings = cluster.settings("hasty", directory);
        settings.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, "0");
        try (KafkaStreams streams = new KafkaStreams(merging("hasty", "hasty-left", "hasty-right"), settings)) {
            streams.start();
            cluster.sendTo("hasty-left", 0, "k", "left 10", 10);
            awaitOutput("hasty", "left 10");
            assertThat(idlingSince(streams)).isEmpty();
        }
    }

    @Test
    void aClientStartsOnce() {
        Topology copy = merging("once", "once-in");
        try (KafkaStreams streams = new KafkaStreams(copy, cluster.settings("once", directory))) {
            streams.start();
            awaitRunning(streams);
            assertThatThrownBy(streams::start)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("RUNNING");
            cluster.send("once-in", "word");
            awaitOutput("once", "word");
        }
    }

    @Test
    void threadsComeAndGo() {
        Topology copy = merging("threads", "threads-in");
        try (KafkaStreams streams = new KafkaStreams(copy, cluster.settings("threads", directory))) {
            assertThat(streams.addStreamThread()).as("before the start").isEmpty();
            streams.start();
            awaitRunning(streams);
            assertThat(streams.addStreamThread())
                    .hasValueSatisfying(name -> assertThat(name).endsWith("-StreamThread-2"));
            awaitRunning(streams);
            assertThat(streams.metadataForLocalThreads()).hasSize(2);

            assertThat(streams.removeStreamThread()).isPresent();
            assertThat(streams.removeStreamThread()).isPresent();
            assertThat(streams.metadataForLocalThreads()).isEmpty();
            assertThat(streams.removeStreamThread()).as("of no threads").isEmpty();

            assertThat(streams.addStreamThread())
                    .hasValueSatisfying(name -> assertThat(name).endsWith("-StreamThread-1"));
            cluster.send("threads-in", "word");
            awaitOutput("threads", "word");
            awaitRunning(streams);
        }
    }

    /** Copies all inputs, which one task reads, to one output. */
    private static Topology merging(String name, String... inputs) {
        List.of(inputs).forEach(input -> cluster.createTopic(input, 1));
        cluster.createTopic(name + "-out", 1);
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream(List.of(inputs)).to(name + "-out");
        return builder.build();
    }

    private static List<Long> idlingSince(KafkaStreams streams) {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .flatMap(task -> task.timeCurrentIdlingStarted().stream())
                .toList();
    }

    private static void awaitRunning(KafkaStreams streams) {
        await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.RUNNING);
    }

    private static void awaitOutput(String name, String... values) {
        await(name)
                .atMost(Cluster.PATIENCE)
                .untilAsserted(() -> assertThat(output(name)).containsExactly(values));
    }

    private static void assertOutputStays(String name, String... values) {
        await(name)
                .during(A_WHILE)
                .atMost(Cluster.PATIENCE)
                .failFast(() -> output(name).size() > values.length)
                .untilAsserted(() -> assertThat(output(name)).containsExactly(values));
    }

    private static List<String> output(String name) {
        return cluster.read(name + "-out", new StringDeserializer()).stream()
                .map(ConsumerRecord::value)
                .toList();
    }
}
