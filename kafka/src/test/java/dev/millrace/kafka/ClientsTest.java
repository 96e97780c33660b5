package dev.millrace.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.time.Clock;
import dev.millrace.kafka.fault.ScriptedHandlers;
import dev.millrace.kafka.group.KafkaMembership;
import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.KafkaClientSupplier;
import dev.millrace.streams.StreamsConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;

/** Which clients are made, through the application's supplier, with which settings. */
class ClientsTest {
    private static final UUID PROCESS = new UUID(0, 7);

    private final RecordingSupplier supplier = new RecordingSupplier();

    private Clients clients(String... settings) {
        Map<String, Object> map = new HashMap<>();
        map.put("application.id", "app");
        map.put("bootstrap.servers", "broker:9092");
        for (int i = 0; i < settings.length; i += 2) {
            map.put(settings[i], settings[i + 1]);
        }
        return new Clients(new StreamsConfig(map), supplier, "me", PROCESS, new NoClock());
    }

    @Test
    void clientsAreNamedAfterTheirThreads() {
        Clients clients = clients();
        clients.topicAdmin();
        clients.globalSource(null);
        clients.changelogSource(2, null);
        clients.recordSource(2, Map.of());
        clients.recordSink(2, new ScriptedHandlers().policy(), new ScriptedHandlers().deadLetters)
                .producer();

        assertThat(supplier.made)
                .containsExactly(
                        "admin me-admin",
                        "global me-global-consumer",
                        "restore me-StateUpdater-2-restore-consumer",
                        "main me-StreamThread-2-consumer",
                        "producer me-StreamThread-2-producer");
        assertThat(clients.threadName(2)).isEqualTo("me-StreamThread-2");
    }

    @Test
    void theMainConsumersAssignmentStrategyExistsAndFindsItsDoor() throws Exception {
        clients().recordSource(1, Map.of());

        KafkaMembership strategy = Class.forName(String.valueOf(supplier.settings.get("partition.assignment.strategy")))
                .asSubclass(KafkaMembership.class)
                .getConstructor()
                .newInstance();
        strategy.configure(supplier.settings);
        assertThat(supplier.settings).containsEntry("group.id", "app").containsEntry("auto.offset.reset", "earliest");
    }

    @Test
    void theConsumerReportsMissingOffsetsIfSourcesHavePoliciesOfTheirOwn() {
        clients().recordSource(1, Map.of("t", AutoOffsetReset.latest()));

        assertThat(supplier.settings).containsEntry("auto.offset.reset", "none");
    }

    @Test
    void theConsumerForRestorationReadsMoreAtATimeUnlessTheApplicationSaysOtherwise() {
        clients().changelogSource(1, null);
        assertThat(supplier.settings)
                .containsEntry("max.poll.records", 5_000)
                .containsEntry("receive.buffer.bytes", -1);

        for (String prefix : List.of("", "consumer.", "restore.consumer.")) {
            clients(prefix + "max.poll.records", "7", prefix + "receive.buffer.bytes", "70000")
                    .changelogSource(1, null);
            assertThat(supplier.settings)
                    .containsEntry("max.poll.records", "7")
                    .containsEntry("receive.buffer.bytes", "70000");
        }
    }

    @Test
    void aProducerIsTransactionalWithExactlyOnceAlone() {
        ScriptedHandlers handlers = new ScriptedHandlers();
        clients("processing.guarantee", "exactly_once_v2")
                .recordSink(3, handlers.policy(), handlers.deadLetters)
                .producer();
        assertThat(supplier.settings).containsEntry("transactional.id", "app-" + PROCESS + "-3");

        clients().recordSink(3, handlers.policy(), handlers.deadLetters).producer();
        assertThat(supplier.settings).doesNotContainKey("transactional.id");
    }

    /** Remembers what was asked for, and gives mocks. */
    private static final class RecordingSupplier implements KafkaClientSupplier {
        private final List<String> made = new ArrayList<>();
        private Map<String, Object> settings = Map.of();

        private void remember(String kind, Map<String, Object> config) {
            made.add(kind + " " + config.get("client.id"));
            settings = config;
        }

        @Override
        public Admin getAdmin(Map<String, Object> config) {
            remember("admin", config);
            return null;
        }

        @Override
        public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
            remember("producer", config);
            return new MockProducer<>();
        }

        @Override
        public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
            remember("main", config);
            return new MockConsumer<>("earliest");
        }

        @Override
        public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
            remember("restore", config);
            return new MockConsumer<>("none");
        }

        @Override
        public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
            remember("global", config);
            return new MockConsumer<>("none");
        }
    }

    /** A clock nobody should need. */
    private static final class NoClock implements Clock {
        @Override
        public long nowMs() {
            throw new AssertionError("nowMs");
        }

        @Override
        public long nanoTime() {
            throw new AssertionError("nanoTime");
        }
    }
}
