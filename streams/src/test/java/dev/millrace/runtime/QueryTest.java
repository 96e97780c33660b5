package dev.millrace.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StoreQueryParameters;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.Topology;
import dev.millrace.streams.errors.InvalidStateStoreException;
import dev.millrace.streams.errors.InvalidStateStorePartitionException;
import dev.millrace.streams.errors.StreamsNotStartedException;
import dev.millrace.streams.errors.UnknownStateStoreException;
import dev.millrace.streams.kstream.KGroupedStream;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.QueryableStoreType;
import dev.millrace.streams.state.QueryableStoreTypes;
import dev.millrace.streams.state.ReadOnlyKeyValueStore;
import dev.millrace.streams.state.ReadOnlyWindowStore;
import dev.millrace.streams.state.WindowStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code KafkaStreams.store} gives, over all partitions of an instance, and why it may give nothing. */
class QueryTest {
    private static final String TOTALS = "totals";
    private static final String WINDOWS = "windows";

    @TempDir
    static Path directory;

    static Cluster cluster;
    static KafkaStreams streams;

    @BeforeAll
    static void start() {
        cluster = new Cluster(directory.resolve("kafka"));
        cluster.createTopic("in", 2);
        streams = new KafkaStreams(topology(), cluster.settings("queries", directory.resolve("state")));
        streams.start();
        cluster.sendTo("in", 0, "a", "x", 1_000);
        cluster.sendTo("in", 0, "a", "x", 2_000);
        cluster.sendTo("in", 0, "a", "x", 12_000);
        cluster.sendTo("in", 1, "b", "x", 12_000);
        await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.RUNNING);
        await().atMost(Cluster.PATIENCE)
                .untilAsserted(() -> assertThat(list(totals().all(), entry -> entry.key + "=" + entry.value))
                        .containsExactlyInAnyOrder("a=3", "b=1"));
    }

    @AfterAll
    static void stop() {
        streams.close();
        cluster.close();
    }

    private static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        KGroupedStream<String, String> grouped =
                builder.<String, String>stream("in").groupByKey();
        grouped.count(Materialized.as(TOTALS));
        grouped.windowedBy(TimeWindows.ofSizeWithNoGrace(Duration.ofSeconds(10)))
                .count(Materialized.<String, Long, WindowStore<Bytes, byte[]>>as(WINDOWS)
                        .withRetention(Duration.ofHours(1)));
        return builder.build();
    }

    @Test
    void aKeyIsFoundInWhicheverPartitionItIs() {
        assertThat(totals().get("a")).isEqualTo(3);
        assertThat(totals().get("b")).isEqualTo(1);
        assertThat(totals().get("c")).isNull();
        assertThat(totals().approximateNumEntries()).isEqualTo(2);
    }

    @Test
    void aRangeGoesOverAllPartitions() {
        assertThat(list(totals().range("a", "b"), entry -> entry.key)).containsExactlyInAnyOrder("a", "b");
        assertThat(list(totals().range("b", "z"), entry -> entry.key)).containsExactly("b");
    }

    @Test
    void windowsAreFoundByKeyAndTime() {
        ReadOnlyWindowStore<String, Long> windows = store(WINDOWS, QueryableStoreTypes.windowStore());
        assertThat(windows.fetch("a", 0)).isEqualTo(2);
        assertThat(list(
                        windows.fetch("a", Instant.EPOCH, Instant.ofEpochMilli(20_000)),
                        entry -> entry.key + "=" + entry.value))
                .containsExactly("0=2", "10000=1");
        assertThat(list(
                        windows.fetchAll(Instant.ofEpochMilli(10_000), Instant.ofEpochMilli(20_000)),
                        entry -> entry.key.key() + "=" + entry.value))
                .containsExactlyInAnyOrder("a=1", "b=1");
    }

    @Test
    void onePartitionCanBeAskedAlone() {
        StoreQueryParameters<ReadOnlyKeyValueStore<String, Long>> parameters =
                StoreQueryParameters.fromNameAndType(TOTALS, QueryableStoreTypes.keyValueStore());
        assertThat(streams.store(parameters.withPartition(0)).get("a")).isEqualTo(3);
        assertThat(streams.store(parameters.withPartition(1)).get("a")).isNull();
        ReadOnlyKeyValueStore<String, Long> nothing = streams.store(parameters.withPartition(7));
        assertThatThrownBy(() -> nothing.get("a"))
                .isInstanceOf(InvalidStateStorePartitionException.class)
                .hasMessageContaining("Partition 7");
    }

    @Test
    void aStoreOfAnotherKindOrThatIsUnknownIsRefused() {
        ReadOnlyWindowStore<String, Long> windows = store(TOTALS, QueryableStoreTypes.windowStore());
        assertThatThrownBy(() -> windows.fetch("a", 0))
                .isInstanceOf(InvalidStateStoreException.class)
                .hasMessageContaining(TOTALS);
        assertThatThrownBy(() -> store("nothing", QueryableStoreTypes.keyValueStore()))
                .isInstanceOf(UnknownStateStoreException.class)
                .hasMessageContaining("nothing");
    }

    @Test
    void aClientThatIsNotRunningHasNoStores() {
        KafkaStreams other = new KafkaStreams(topology(), cluster.settings("other", directory.resolve("other")));
        assertThatThrownBy(() -> totalsOf(other)).isInstanceOf(StreamsNotStartedException.class);
        other.start();
        await().atMost(Cluster.PATIENCE).until(() -> other.state() == State.RUNNING);
        ReadOnlyKeyValueStore<String, Long> view = totalsOf(other);
        other.close();
        assertThatThrownBy(() -> totalsOf(other))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("NOT_RUNNING");
        assertThatThrownBy(() -> view.get("a"))
                .isExactlyInstanceOf(InvalidStateStoreException.class)
                .hasMessageContaining("NOT_RUNNING");
    }

    @Test
    void aStoreThatIsOnAnotherInstanceIsToBeLookedForThere() {
        cluster.createTopic("single", 1);
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream("single").groupByKey().count(Materialized.as(TOTALS));
        try (KafkaStreams one = start("sharing", "one", builder.build());
                KafkaStreams other = start("sharing", "other", builder.build())) {
            KafkaStreams without = holds(one) ? other : one;
            ReadOnlyKeyValueStore<String, Long> view = totalsOf(without);
            assertThatThrownBy(() -> view.get("a"))
                    .isExactlyInstanceOf(InvalidStateStoreException.class)
                    .hasMessageContaining(TOTALS);
        }
    }

    private static KafkaStreams start(String name, String folder, Topology topology) {
        KafkaStreams client = new KafkaStreams(topology, cluster.settings(name, directory.resolve(folder)));
        client.start();
        await().atMost(Cluster.PATIENCE).until(() -> client.state() == State.RUNNING);
        return client;
    }

    private static boolean holds(KafkaStreams client) {
        return client.metadataForLocalThreads().stream()
                .anyMatch(thread -> !thread.activeTasks().isEmpty());
    }

    private static ReadOnlyKeyValueStore<String, Long> totals() {
        return totalsOf(streams);
    }

    private static ReadOnlyKeyValueStore<String, Long> totalsOf(KafkaStreams client) {
        return client.store(StoreQueryParameters.fromNameAndType(TOTALS, QueryableStoreTypes.keyValueStore()));
    }

    private static <T> T store(String name, QueryableStoreType<T> type) {
        return streams.store(StoreQueryParameters.fromNameAndType(name, type));
    }

    private static <K, V> List<String> list(KeyValueIterator<K, V> entries, Function<KeyValue<K, V>, String> text) {
        List<String> texts = new ArrayList<>();
        try (entries) {
            entries.forEachRemaining(entry -> texts.add(text.apply(entry)));
        }
        return texts;
    }
}
