package dev.millrace.kafka;

import static org.awaitility.Awaitility.await;

import dev.millrace.embedded.EmbeddedKafka;
import dev.millrace.engine.port.ChangelogSource;
import dev.millrace.engine.port.RecordSource;
import dev.millrace.engine.port.SendOrigin;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.engine.port.TopicAdmin;
import dev.millrace.engine.port.Transaction;
import dev.millrace.engine.time.Clock;
import dev.millrace.kafka.fault.ScriptedHandlers;
import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.spi.PlainClients;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;

/** An instance of an application on a broker, with everything it opened closed at the end. */
final class BrokerFixture implements AutoCloseable {
    private static final Clock SYSTEM = new Clock() {
        @Override
        public long nowMs() {
            return System.currentTimeMillis();
        }

        @Override
        public long nanoTime() {
            return System.nanoTime();
        }
    };

    final ScriptedHandlers handlers = new ScriptedHandlers();
    final TopicAdmin admin;
    private final Clients clients;
    private final Deque<Runnable> opened = new ArrayDeque<>();

    BrokerFixture(EmbeddedKafka kafka, String applicationId, Object... settings) {
        Map<String, Object> map = new HashMap<>();
        map.put("application.id", applicationId);
        map.put("bootstrap.servers", kafka.bootstrapServers());
        map.put("producer.linger.ms", 0);
        map.put("main.consumer.heartbeat.interval.ms", 100); // how soon a member hears of a rebalance
        for (int i = 0; i < settings.length; i += 2) {
            map.put((String) settings[i], settings[i + 1]);
        }
        UUID process = UUID.nameUUIDFromBytes(applicationId.getBytes(StandardCharsets.UTF_8));
        clients = new Clients(new StreamsConfig(map), new PlainClients(), applicationId, process, SYSTEM);
        admin = clients.topicAdmin();
        opened.push(admin::close);
    }

    static BrokerFixture exactlyOnce(EmbeddedKafka kafka, String applicationId) {
        return new BrokerFixture(kafka, applicationId, "processing.guarantee", "exactly_once_v2");
    }

    void createTopic(String name, int partitions) {
        admin.create(List.of(new TopicAdmin.NewTopic(name, partitions, Map.of(), Map.of())));
        await().until(() -> admin.partitionCounts(Set.of(name)).containsKey(name));
    }

    RecordSource source(int worker, Map<String, AutoOffsetReset> resets) {
        RecordSource source = clients.recordSource(worker, resets);
        opened.push(() -> source.close(2_000, true));
        return source;
    }

    ChangelogSource changelogs() {
        ChangelogSource changelogs = clients.changelogSource(1, admin);
        opened.push(changelogs::close);
        return changelogs;
    }

    KafkaRecordSink sink() {
        KafkaRecordSink sink = clients.recordSink(1, handlers.policy(), handlers.deadLetters);
        opened.push(sink::close);
        return sink;
    }

    Transaction transaction(KafkaRecordSink sink) {
        return clients.transaction(sink);
    }

    static void send(KafkaRecordSink sink, String topic, int partition, String value) {
        SendOrigin origin = new SendOrigin(new TaskId(0, partition), "node", true, () -> null);
        sink.send(topic, partition, 5, null, value.getBytes(StandardCharsets.UTF_8), (Headers) null, origin);
    }

    static List<String> values(List<SourceBatch> batches) {
        List<String> values = new ArrayList<>();
        for (SourceBatch batch : batches) {
            for (int i = 0; i < batch.size(); i++) {
                values.add(new String(batch.value(i), StandardCharsets.UTF_8));
            }
        }
        return values;
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            opened.pop().run();
        }
    }
}
