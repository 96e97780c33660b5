package dev.millrace.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The broker in a JVM of its own, and what a kill leaves. */
@Timeout(180)
class ChildBrokerTest {
    @TempDir
    Path directory;

    @Test
    void aKilledBrokerComesBackWithinSecondsWithWhatWasCommitted() throws Exception {
        ChildBroker first = start();
        Clients clients = new Clients(first.bootstrapServers());
        clients.createTopic();
        clients.commit("one", "two");
        KafkaProducer<String, String> open = clients.transaction("open");
        Clients.send(open, "not committed");
        first.kill();
        open.close(Duration.ZERO);
        assertThat(first.isAlive()).isFalse();

        try (ChildBroker second = start()) {
            Clients after = new Clients(second.bootstrapServers());
            try (KafkaProducer<String, String> heir = after.transaction("open")) { // ends what was left open
                heir.abortTransaction();
            }
            after.commit("three");

            assertThat(after.read("group", 3)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void aKilledBrokerComesBackOnTheSamePort() {
        ChildBroker first = start();
        first.kill();
        int port = Integer.parseInt(first.bootstrapServers().replaceFirst(".*:", ""));

        try (ChildBroker second =
                ChildBroker.start(directory, BrokerOptions.standard().withPort(port))) {
            assertThat(second.bootstrapServers()).isEqualTo(first.bootstrapServers());
        }
    }

    @Test
    void theOwnerInTheOtherProcessIsNamed() {
        try (ChildBroker owner = start()) {
            assertThatThrownBy(() -> EmbeddedKafka.start(directory))
                    .isInstanceOfSatisfying(
                            DirectoryInUseException.class,
                            e -> assertThat(e.ownerPid()).hasValue(owner.pid()));
        }
        EmbeddedKafka.start(directory).close();
    }

    @Test
    void aTerminatedBrokerStopsCleanly() {
        ChildBroker broker = start();

        ProcessHandle.of(broker.pid()).orElseThrow().destroy(); // SIGTERM

        await().atMost(Duration.ofMinutes(1)).until(() -> !broker.isAlive());
        assertThat(directory.resolve("broker.pid")).isEmptyFile();
    }

    @Test
    void aClosedBrokerStopsCleanlyAndMayBeClosedAgain() {
        ChildBroker broker = start();

        broker.close();
        broker.close();

        assertThat(broker.isAlive()).isFalse();
        assertThat(directory.resolve("broker.pid")).isEmptyFile();
    }

    @Test
    void whatAChildSaidBeforeItFailedIsInTheMessage() {
        BrokerOptions wrong = BrokerOptions.standard().withProperty("num.io.threads", "many");

        assertThatThrownBy(() -> ChildBroker.start(directory, wrong))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("num.io.threads");
    }

    private ChildBroker start() {
        long startNanos = System.nanoTime();
        ChildBroker broker = ChildBroker.start(directory);
        System.out.println("child ready after " + (System.nanoTime() - startNanos) / 1_000_000 + " ms");
        return broker;
    }
}
