package dev.millrace.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.StreamsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** Local content of tasks that are elsewhere goes away by itself. */
class StateCleanupTest extends OnBroker {

    @Test
    void whatNobodyHasHadForTheDelayIsDeletedWhileTheInstanceRuns() throws IOException {
        Properties settings = settings("cleanup-delay");
        settings.put(StreamsConfig.STATE_CLEANUP_DELAY_MS_CONFIG, 100);
        Path movedAway = leftBehind("cleanup-delay", "7_7", 60);

        try (KafkaStreams streams = start("cleanup-delay", settings)) {
            await().atMost(Cluster.PATIENCE).until(() -> !Files.exists(movedAway));
            assertThat(movedAway.resolveSibling("0_0")).isDirectory();
            Cluster.leave(streams);
        }
    }

    @Test
    void whatIsTooOldAtTheStartIsDeletedBeforeAnythingElse() throws IOException {
        Properties settings = settings("cleanup-age");
        settings.put(StreamsConfig.STATE_CLEANUP_DIR_MAX_AGE_MS_CONFIG, 30_000);
        Path old = leftBehind("cleanup-age", "7_7", 60);
        Path young = leftBehind("cleanup-age", "8_8", 0);

        try (KafkaStreams streams = start("cleanup-age", settings)) {
            assertThat(old).doesNotExist();
            assertThat(young).isDirectory();
            Cluster.leave(streams);
        }
    }

    private Properties settings(String name) {
        cluster.createTopic(name + "-in", 1);
        cluster.createTopic(name + "-out", 1);
        return cluster.settings(name, directory);
    }

    private Path leftBehind(String name, String task, int secondsAgo) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(name).resolve(task));
        Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minusSeconds(secondsAgo)));
        return folder;
    }

    private static KafkaStreams start(String name, Properties settings) {
        KafkaStreams streams = new KafkaStreams(WordCounts.topology(name + "-in", name + "-out"), settings);
        streams.start();
        await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.RUNNING);
        return streams;
    }
}
