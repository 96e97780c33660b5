package dev.millrace.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.broker.Broker;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code KafkaStreams} goes by the same settings on both engines where a topology has settings of its own, and by the time it is given. */
class OverridesTest {

    @Test
    void clientsGoByTheSameSettings(@TempDir Path directory) {
        List<String> expected = settings(Engine.REFERENCE, directory.resolve("reference"));
        List<String> found = settings(Engine.MILLRACE, directory.resolve("millrace"));

        assertThat(expected).contains("  counts: [1, 2, 3]", "  counts: [3]", "  ends in RUNNING", "  ends in ERROR");
        assertThat(found).isEqualTo(expected);
    }

    private static List<String> settings(Engine engine, Path directory) {
        try (Broker broker = Broker.start(directory.resolve("kafka"))) {
            return engine.override(broker.bootstrapServers(), directory.resolve("state"))
                    .lines();
        }
    }
}
