package dev.millrace.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker in this JVM. */
class EmbeddedKafkaTest {
    @TempDir
    Path directory;

    @Test
    void aBrokerStartsAndStops() {
        long start = System.nanoTime();
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory)) {
            System.err.println("ready ms " + (System.nanoTime() - start) / 1_000_000);
            assertThat(kafka.bootstrapServers()).startsWith("127.0.0.1:");
            start = System.nanoTime();
        }
        System.err.println("stop ms " + (System.nanoTime() - start) / 1_000_000);
    }
}
