package dev.millrace.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker in this JVM. */
class EmbeddedKafkaTest {
    @TempDir
    Path directory;

    @Test
    void whatIsCommittedIsReadAndWhatIsAbortedIsNot() throws Exception {
        try (EmbeddedKafka kafka = start(BrokerOptions.standard())) {
            Clients clients = new Clients(kafka.bootstrapServers());
            clients.createTopic();

            clients.commit("one", "two");
            clients.abort("nothing");
            clients.commit("three");

            assertThat(clients.read("group", 3)).containsExactly("one", "two", "three");
            assertThat(kafka.failure()).isEmpty();
        }
    }

    @Test
    void aTransactionMayTimeOutWithinASecond() throws Exception {
        try (EmbeddedKafka kafka = start(BrokerOptions.standard())) {
            Clients clients = new Clients(kafka.bootstrapServers());
            clients.createTopic();
            Map<String, Object> impatient = Map.of("transaction.timeout.ms", 500);

            try (KafkaProducer<String, String> lost = clients.transaction("lost", impatient)) {
                Clients.send(lost, "never committed");
                clients.commit("committed");

                assertThat(clients.read("group", 1)).containsExactly("committed");
            }
        }
    }

    @Test
    void dataAndGroupsAreThereAfterARestartOnAnotherPort() throws Exception {
        try (EmbeddedKafka kafka = start(BrokerOptions.standard())) {
            Clients clients = new Clients(kafka.bootstrapServers());
            clients.createTopic();
            clients.commit("one", "two");
            assertThat(clients.read("reader", 2)).containsExactly("one", "two");
        }

        try (EmbeddedKafka kafka = start(BrokerOptions.standard())) {
            Clients clients = new Clients(kafka.bootstrapServers());
            clients.commit("three");

            assertThat(clients.read("reader", 1)).containsExactly("three");
            assertThat(clients.read("newcomer", 3)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void optionsReachTheBroker() throws Exception {
        int port = freePort();
        BrokerOptions options = BrokerOptions.standard()
                .withPort(port)
                .withPartitions(3)
                .withProperty("log.segment.bytes", 1 << 20)
                .withProperty("auto.create.topics.enable", true);

        try (EmbeddedKafka kafka = start(options)) {
            Clients clients = new Clients(kafka.bootstrapServers());
            clients.commit("creates the topic");

            assertThat(kafka.bootstrapServers()).isEqualTo("127.0.0.1:" + port);
            assertThat(clients.partitions()).isEqualTo(3);
        }
        start(options).close(); // the same port again, at once
    }

    @Test
    void twoBrokersLiveInOneJvmOnTwoDirectories() throws Exception {
        try (EmbeddedKafka one = EmbeddedKafka.start(directory.resolve("one"));
                EmbeddedKafka two = EmbeddedKafka.start(directory.resolve("two"))) {
            assertThat(clusterId(one)).isNotEqualTo(clusterId(two));
        }
    }

    @Test
    void aSecondBrokerOnTheDirectoryIsRefusedAndTheFirstGoesOn() throws Exception {
        long here = ProcessHandle.current().pid();
        try (EmbeddedKafka kafka = start(BrokerOptions.standard())) {
            Clients clients = new Clients(kafka.bootstrapServers());
            clients.createTopic();

            assertThatThrownBy(() -> EmbeddedKafka.start(directory))
                    .isInstanceOfSatisfying(
                            DirectoryInUseException.class,
                            e -> assertThat(e.ownerPid()).hasValue(here))
                    .hasMessageContaining(kafka.directory().toString());
            assertThatThrownBy(() -> ChildBroker.start(directory))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("already running on directory " + kafka.directory())
                    .hasMessageContaining("process " + here);

            clients.commit("one");
            assertThat(clients.read("group", 1)).containsExactly("one");
        }
    }

    @Test
    void aPortInUseIsNamedAndNothingIsLeftBehind() throws Exception {
        Path fresh = directory.resolve("not/there/yet");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            BrokerOptions options = BrokerOptions.standard().withPort(taken.getLocalPort());

            assertThatThrownBy(() -> EmbeddedKafka.start(fresh, options))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .hasMessageContaining("in use");
        }
        assertThat(directory).isEmptyDirectory();
        EmbeddedKafka.start(fresh).close();
    }

    @Test
    void aPropertyThatKafkaRefusesIsNamedAndNothingIsLeftBehind() {
        Path fresh = directory.resolve("fresh");

        assertThatThrownBy(() ->
                        EmbeddedKafka.start(fresh, BrokerOptions.standard().withProperty("num.io.threads", "many")))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("num.io.threads");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aDirectoryThatIsAFileIsRefused() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "content");

        assertThatThrownBy(() -> EmbeddedKafka.start(file))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining(file.toString());
        assertThatThrownBy(() -> EmbeddedKafka.start(file.resolve("below")))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent("content");
    }

    @Test
    void aDirectoryThatKafkaWouldTakeForTwoIsRefused() {
        assertThatThrownBy(() -> EmbeddedKafka.start(directory.resolve("one,two")))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("one,two");
        assertThat(directory).isEmptyDirectory();
    }

    private EmbeddedKafka start(BrokerOptions options) {
        long startNanos = System.nanoTime();
        EmbeddedKafka kafka = EmbeddedKafka.start(directory, options);
        System.out.println("ready after " + (System.nanoTime() - startNanos) / 1_000_000 + " ms");
        return kafka;
    }

    private static String clusterId(EmbeddedKafka kafka) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            return admin.describeCluster().clusterId().get();
        }
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
