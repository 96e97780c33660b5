package dev.millrace.runtime;

import static org.awaitility.Awaitility.await;

import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.StreamsConfig;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads to whom a rebalance brings nothing, or only takes something from them. */
class SpareThreadsTest {
    @TempDir
    Path directory;

    @Test
    void anInstanceWithMoreThreadsThanTasksRuns() {
        try (Cluster cluster = new Cluster(directory.resolve("kafka"))) {
            cluster.createTopic("lines", 2);
            cluster.createTopic("words", 1);
            Properties settings = cluster.settings("spare", directory.resolve("state"));
            settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 3);
            try (KafkaStreams streams = new KafkaStreams(WordCounts.topology("lines", "words"), settings)) {
                streams.start();
                awaitRunning(streams);
                // The new thread may get a task of another, who is left with fewer.
                streams.addStreamThread();
                awaitRunning(streams);
                streams.removeStreamThread();
                awaitRunning(streams);
                cluster.send("lines", "a b", "a");
                cluster.awaitCounts("words", Map.of("a", 2L, "b", 1L));
            }
        }
    }

    private static void awaitRunning(KafkaStreams streams) {
        await().atMost(Cluster.PATIENCE).until(() -> streams.state() == KafkaStreams.State.RUNNING);
    }
}
