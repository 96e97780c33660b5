package dev.millrace.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.Topology;
import dev.millrace.streams.kstream.GlobalKTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.state.KeyValueStore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A global table on a real broker: complete before anything is joined with it, kept up to date, and kept over a restart. */
class GlobalTableTest {
    private static final int ROWS = 500;

    @TempDir
    Path directory;

    @Test
    void aGlobalTableIsCompleteAtTheStartFollowsItsTopicAndSurvivesARestart() {
        try (Cluster cluster = new Cluster(directory.resolve("kafka"))) {
            cluster.createTopic("rows", 3);
            cluster.createTopic("in", 1);
            cluster.createTopic("out", 1);
            for (int i = 0; i < ROWS; i++) {
                cluster.sendKeyed("rows", "key-" + i, "row-" + i);
            }

            AtomicLong restored = new AtomicLong();
            try (KafkaStreams streams = start(cluster, restored)) {
                assertThat(streams.state()).isEqualTo(KafkaStreams.State.RUNNING);
                cluster.sendKeyed("in", "a", "key-0");
                cluster.sendKeyed("in", "b", "key-" + (ROWS - 1));
                awaitOutput(cluster, "a=row-0", "b=row-499");
                assertThat(restored).hasValue(ROWS);

                cluster.sendKeyed("rows", "key-0", "row-new");
                await().atMost(Cluster.PATIENCE).until(() -> {
                    cluster.sendKeyed("in", "c", "key-0");
                    return output(cluster).contains("c=row-new");
                });
            }

            try (KafkaStreams streams = start(cluster, restored)) {
                assertThat(streams.state()).isEqualTo(KafkaStreams.State.RUNNING);
                cluster.sendKeyed("in", "d", "key-0");
                cluster.sendKeyed("in", "e", "key-250");
                await().atMost(Cluster.PATIENCE)
                        .until(() -> output(cluster).containsAll(List.of("d=row-new", "e=row-250")));
                assertThat(restored).as("rows that the second start read").hasValue(ROWS);
            }
        }
    }

    private KafkaStreams start(Cluster cluster, AtomicLong restored) {
        KafkaStreams streams =
                new KafkaStreams(topology(), cluster.settings("global-table", directory.resolve("state")));
        streams.setGlobalStateRestoreListener(new RestoredRecords(restored));
        streams.start();
        await().atMost(Cluster.PATIENCE).until(() -> streams.state() == KafkaStreams.State.RUNNING);
        return streams;
    }

    private static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        GlobalKTable<String, String> rows = builder.globalTable(
                "rows", Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as("rows-store"));
        builder.<String, String>stream("in")
                .join(rows, (key, rowKey) -> rowKey, (rowKey, row) -> row)
                .to("out");
        return builder.build();
    }

    private static void awaitOutput(Cluster cluster, String... expected) {
        await().atMost(Cluster.PATIENCE)
                .untilAsserted(() -> assertThat(output(cluster)).containsExactly(expected));
    }

    private static List<String> output(Cluster cluster) {
        return cluster.read("out", new StringDeserializer()).stream()
                .map(GlobalTableTest::asText)
                .toList();
    }

    private static String asText(ConsumerRecord<String, String> found) {
        return found.key() + "=" + found.value();
    }
}
