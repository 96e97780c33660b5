package dev.millrace.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Faults that would make Kafka halt its process: this JVM, which runs the test, must live through them. */
class BrokerFaultTest {
    @TempDir
    Path directory;

    @Test
    void aBrokerThatLosesItsDiskFailsAndTheJvmLivesOn() throws Exception {
        Path away = directory.resolve("away");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(directory.resolve("broker"))) {
            Path logs = kafka.directory().resolve("logs");
            Files.move(logs, away);
            Files.writeString(logs, "a file where the directory was");

            new Clients(kafka.bootstrapServers()).createTopic(); // needs a directory below
            await().atMost(Duration.ofSeconds(30)).until(() -> kafka.failure().isPresent());
            assertThat(kafka.failure().orElseThrow())
                    .hasMessageContaining(kafka.directory().toString());
            Files.delete(logs);
        }
        Files.move(away, directory.resolve("broker/logs"));
        EmbeddedKafka.start(directory.resolve("broker")).close();
    }

    @Test
    void aDirectoryWithBrokenMetadataIsAnErrorOfTheStart() throws Exception {
        EmbeddedKafka.start(directory).close();
        Files.writeString(directory.resolve("logs/meta.properties"), "version=1\nnode.id=77\ncluster.id=other\n");

        assertThatThrownBy(() -> EmbeddedKafka.start(directory))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining(directory.toRealPath().toString());
    }
}
