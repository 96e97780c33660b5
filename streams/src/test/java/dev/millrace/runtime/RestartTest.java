package dev.millrace.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.StoreQueryParameters;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import dev.millrace.streams.errors.StreamsRebalancingException;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.processor.StateRestoreListener;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.QueryableStoreTypes;
import dev.millrace.streams.state.ReadOnlyKeyValueStore;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an application finds when it comes back: with its local state, without it, and how it ends. */
class RestartTest extends OnBroker {
    private static final int WORDS = 300;

    @ParameterizedTest
    @ValueSource(strings = {StreamsConfig.AT_LEAST_ONCE, StreamsConfig.EXACTLY_ONCE_V2})
    void stateIsThereAgainFromDiskOrFromTheChangelog(String guarantee) {
        String name = "restart-" + guarantee.replace('_', '-');
        cluster.createTopic(name + "-in", 1);
        cluster.createTopic(name + "-out", 1);
        AtomicLong restored = new AtomicLong();
        try (KafkaStreams streams = start(name, guarantee, "state", restored)) {
            for (int i = 0; i < WORDS; i++) {
                cluster.send(name + "-in", "word" + i);
            }
            awaitCount(streams, "word" + (WORDS - 1), 1);
            Cluster.leave(streams);
        }
        assertThat(restored).as("records replayed at the first start").hasValue(0);

        try (KafkaStreams streams = start(name, guarantee, "state", restored)) {
            awaitCount(streams, "word0", 1);
            cluster.send(name + "-in", "word0");
            awaitCount(streams, "word0", 2);
            Cluster.leave(streams);
        }
        assertThat(restored).as("records replayed with the state on disk").hasValue(0);

        try (KafkaStreams streams = start(name, guarantee, "elsewhere", restored)) {
            awaitCount(streams, "word0", 2);
            awaitCount(streams, "word" + (WORDS - 1), 1);
        }
        assertThat(restored)
                .as("records replayed without it: one for each word, and one more for word0")
                .hasValue(WORDS + 1);
    }

    @Test
    void aStoreInMemoryIsReplayedAsAWholeAtEveryStart() {
        cluster.createTopic("memory-in", 1);
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream("memory-in")
                .groupBy((key, word) -> word)
                .count(Materialized.as(Stores.inMemoryKeyValueStore(WordCounts.STORE)));
        AtomicLong restored = new AtomicLong();
        try (KafkaStreams streams = start("memory", builder.build(), restored)) {
            for (int i = 0; i < WORDS; i++) {
                cluster.send("memory-in", "word" + i);
            }
            awaitCount(streams, "word" + (WORDS - 1), 1);
            Cluster.leave(streams);
        }
        for (int start = 1; start <= 2; start++) {
            try (KafkaStreams streams = start("memory", builder.build(), restored)) {
                awaitCount(streams, "word" + (WORDS - 1), 1);
                Cluster.leave(streams);
            }
            assertThat(restored).as("records replayed at restart " + start).hasValue((long) start * WORDS);
        }
        assertThat(directory.resolve("state")).doesNotExist();
    }

    @Test
    void aStoreIsNotReadWhileOneOfItsPartitionsIsRestored() {
        int rows = 50_000;
        cluster.createTopic("rows", 2);
        cluster.createChangelog("reading-rows-changelog", 2, rows);
        StreamsBuilder builder = new StreamsBuilder();
        builder.table("rows", Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as("rows"));
        AtomicLong missed = new AtomicLong();
        AtomicLong refused = new AtomicLong();
        try (KafkaStreams streams =
                new KafkaStreams(builder.build(), cluster.settings("reading", directory.resolve("reading")))) {
            streams.setGlobalStateRestoreListener(new EachBatch(() -> {
                try {
                    missed.addAndGet(row0(streams) == null ? 1 : 0);
                } catch (StreamsRebalancingException notYet) {
                    refused.incrementAndGet();
                }
            }));
            streams.start();
            await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.RUNNING);
            assertThat(row0(streams)).isEqualTo("value0");
        }
        assertThat(missed).as("readings that did not find what there is").hasValue(0);
        assertThat(refused).hasPositiveValue();
    }

    @Test
    void aLocalStoreThatItsChangelogDoesNotContinueIsRestoredFromTheBeginning() {
        cluster.createTopic("begun", 1);
        StreamsBuilder builder = new StreamsBuilder();
        builder.table("begun", Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as("rows"));
        AtomicLong restored = new AtomicLong();
        try (KafkaStreams streams = start("beginning", builder.build(), restored)) {
            for (int row = 0; row < 5; row++) {
                cluster.sendKeyed("begun", "row" + row, "old");
            }
            await().atMost(Cluster.PATIENCE).ignoreExceptions().until(() -> row(streams, "row4") != null);
            Cluster.leave(streams);
        }
        cluster.deleteTopic("beginning-rows-changelog");
        cluster.createChangelog("beginning-rows-changelog", 1, 2);

        try (KafkaStreams streams = start("beginning", builder.build(), restored)) {
            await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.RUNNING);
            assertThat(row0(streams)).isEqualTo("value0");
            assertThat(row(streams, "row4")).isNull();
        }
        assertThat(restored).as("records replayed").hasValue(2);
    }

    private static String row0(KafkaStreams streams) {
        return row(streams, "row0");
    }

    private static String row(KafkaStreams streams, String key) {
        return streams.store(StoreQueryParameters.fromNameAndType(
                        "rows", QueryableStoreTypes.<String, String>keyValueStore()))
                .get(key);
    }

    /** Does something with each batch that was restored. */
    private record EachBatch(Runnable action) implements StateRestoreListener {
        @Override
        public void onRestoreStart(TopicPartition partition, String store, long startOffset, long endOffset) {}

        @Override
        public void onBatchRestored(TopicPartition partition, String store, long endOffset, long records) {
            action.run();
        }

        @Override
        public void onRestoreEnd(TopicPartition partition, String store, long records) {}
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void closingTwiceAndFromTheListenerIsClosingOnce(boolean fromListener) {
        String name = "close-" + fromListener;
        cluster.createTopic(name + "-in", 1);
        cluster.createTopic(name + "-out", 1);
        List<State> states = Collections.synchronizedList(new ArrayList<>());
        try (KafkaStreams streams = new KafkaStreams(
                WordCounts.topology(name + "-in", name + "-out"), cluster.settings(name, directory.resolve(name)))) {
            streams.setStateListener((now, before) -> {
                states.add(now);
                if (fromListener && now == State.RUNNING) {
                    streams.close(Duration.ZERO);
                }
            });
            streams.start();
            if (!fromListener) {
                await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.RUNNING);
                assertThat(streams.close(Duration.ofSeconds(30))).isTrue();
            }
            await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.NOT_RUNNING);
            assertThat(streams.close(Duration.ofSeconds(30))).isTrue();
        }
        assertThat(states).containsExactly(State.REBALANCING, State.RUNNING, State.PENDING_SHUTDOWN, State.NOT_RUNNING);
    }

    private KafkaStreams start(String name, String guarantee, String stateDir, AtomicLong restored) {
        Properties settings = cluster.settings(name, directory.resolve(stateDir));
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        return start(WordCounts.topology(name + "-in", name + "-out"), settings, restored);
    }

    private KafkaStreams start(String name, Topology topology, AtomicLong restored) {
        return start(topology, cluster.settings(name, directory.resolve("state")), restored);
    }

    private static KafkaStreams start(Topology topology, Properties settings, AtomicLong restored) {
        KafkaStreams streams = new KafkaStreams(topology, settings);
        streams.setGlobalStateRestoreListener(new RestoredRecords(restored));
        streams.start();
        await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.RUNNING);
        return streams;
    }

    private static void awaitCount(KafkaStreams streams, String word, long count) {
        ReadOnlyKeyValueStore<String, Long> store = streams.store(
                StoreQueryParameters.fromNameAndType(WordCounts.STORE, QueryableStoreTypes.keyValueStore()));
        await().atMost(Cluster.PATIENCE)
                .untilAsserted(() -> assertThat(Map.of(word, String.valueOf(store.get(word))))
                        .isEqualTo(Map.of(word, String.valueOf(count))));
    }
}
