package dev.millrace.conformance.client;

import static org.awaitility.Awaitility.await;

import dev.millrace.conformance.program.Questions;
import dev.millrace.conformance.script.Transcript;
import dev.millrace.streams.CloseOptions;
import dev.millrace.streams.CloseOptions.GroupMembershipOperation;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.StoreQueryParameters;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.StreamsConfig.InternalConfig;
import dev.millrace.streams.Topology;
import dev.millrace.streams.kstream.JoinWindows;
import dev.millrace.streams.kstream.KGroupedStream;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.StreamJoined;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.query.KeyQuery;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.QueryResult;
import dev.millrace.streams.query.RangeQuery;
import dev.millrace.streams.query.StateQueryRequest;
import dev.millrace.streams.query.StateQueryResult;
import dev.millrace.streams.query.TimestampedKeyQuery;
import dev.millrace.streams.query.WindowKeyQuery;
import dev.millrace.streams.query.WindowRangeQuery;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.QueryableStoreType;
import dev.millrace.streams.state.QueryableStoreTypes;
import dev.millrace.streams.state.ReadOnlyWindowStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** A client that is asked before it starts, while it runs, after a restart, and when it is closed. */
public final class Asking {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String INPUT = "in";
    private static final String SIDE = "joined-outer-this-join-store";
    private static final String WAITING = "joined-outer-shared-join-store";
    private static final List<String> STORES = List.of("totals", "windows", "in-memory", SIDE);

    private final Properties settings;
    private final Position end;
    private final Transcript transcript = new Transcript();

    private Asking(Properties settings, Position end) {
        this.settings = settings;
        this.end = end;
    }

    /**
     * Runs the client and writes down every answer.
     *
     * @param lastOffsets of each partition of the topic {@code in} the offset of its last record
     */
    public static Transcript run(String application, String bootstrapServers, Path directory, List<Long> lastOffsets) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "100");
        // the reference looks for joins that nothing matched once a second by the clock of the wall; now with every
        // record
        settings.put(InternalConfig.EMIT_INTERVAL_MS_KSTREAMS_OUTER_JOIN_SPURIOUS_RESULTS_FIX, 0L);
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
        Position end = Position.emptyPosition();
        for (int partition = 0; partition < lastOffsets.size(); partition++) {
            end.withComponent(INPUT, partition, lastOffsets.get(partition));
        }
        Asking asking = new Asking(settings, end);
        asking.run();
        return asking.transcript;
    }

    private static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        KGroupedStream<String, String> grouped =
                builder.<String, String>stream(INPUT).groupByKey();
        grouped.count(Materialized.as("totals"));
        grouped.windowedBy(TimeWindows.ofSizeWithNoGrace(Duration.ofSeconds(10)))
                .count(Materialized.as("windows"));
        grouped.reduce(
                (first, next) -> next,
                Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as("in-memory")
                        .withStoreType(BuiltInDslStoreSuppliers.IN_MEMORY)
                        .withCachingDisabled());
        KStream<String, String> stream = builder.stream(INPUT);
        stream.outerJoin(
                stream.filter((key, value) -> value.contains("3")),
                (one, other) -> one + other,
                JoinWindows.ofTimeDifferenceWithNoGrace(Duration.ofSeconds(2)),
                StreamJoined.as("joined"));
        builder.globalTable("everywhere", Materialized.as("global"));
        return builder.build();
    }

    private void run() {
        KafkaStreams first = new KafkaStreams(topology(), settings);
        transcript.line("not started");
        ask(first);
        first.start();
        await().atMost(PATIENCE).until(() -> STORES.stream().allMatch(store -> isAtEnd(first, store)));
        transcript.line("running");
        ask(first);
        look(first);
        first.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
        transcript.line("closed");
        ask(first);
        KafkaStreams second = new KafkaStreams(topology(), settings);
        second.start();
        await().atMost(PATIENCE)
                .until(() -> isAtEnd(second, "totals") && isAtEnd(second, "windows") && isAtEnd(second, SIDE));
        await().atMost(PATIENCE).until(() -> second.state() == KafkaStreams.State.RUNNING);
        transcript.line("restarted");
        ask(second);
        look(second);
        second.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP));
    }

    private boolean isAtEnd(KafkaStreams streams, String store) {
        Query<?> committed = store.equals("windows") || store.equals(SIDE) ? windows() : RangeQuery.withNoBounds();
        return streams.query(StateQueryRequest.inStore(store).withQuery(committed))
                .getPosition()
                .equals(end);
    }

    private static Query<?> windows() {
        return WindowRangeQuery.withWindowStartRange(Instant.EPOCH, Instant.EPOCH.plusSeconds(1_000));
    }

    private void ask(KafkaStreams streams) {
        StateQueryRequest<?> key = StateQueryRequest.inStore("totals").withQuery(KeyQuery.withKey("a"));
        ask(streams, "key", key);
        ask(streams, "key, active", key.requireActive());
        ask(streams, "key in two partitions", key.withPartitions(Set.of(1, 7)));
        ask(streams, "key in no partition", key.withPartitions(Set.of()));
        ask(streams, "key, bounded", key.withPositionBound(PositionBound.at(end)));
        ask(
                streams,
                "key, ahead",
                key.withPositionBound(PositionBound.at(end.copy().withComponent(INPUT, 1, 999))));
        askHow(streams, key.enableExecutionInfo());
        for (String store : STORES) {
            ask(streams, "range of " + store, StateQueryRequest.inStore(store).withQuery(RangeQuery.withNoBounds()));
            ask(
                    streams,
                    "timestamped key of " + store,
                    StateQueryRequest.inStore(store).withQuery(TimestampedKeyQuery.withKey("b")));
            ask(streams, "windows of " + store, StateQueryRequest.inStore(store).withQuery(windows()));
        }
        ask(
                streams,
                "windows of a key of a side",
                StateQueryRequest.inStore(SIDE)
                        .withQuery(WindowKeyQuery.withKeyAndWindowStartRange(
                                "a", Instant.EPOCH, Instant.EPOCH.plusSeconds(1_000))));
        StateQueryRequest<?> global = StateQueryRequest.inStore("global").withQuery(windows());
        ask(streams, "windows of a global store", global);
        ask(streams, "windows of partitions of a global store", global.withPartitions(Set.of(0, 7)));
        ask(streams, "nothing", StateQueryRequest.inStore("nothing").withQuery(KeyQuery.withKey("a")));
    }

    /** Has stores say how they came to their answers, and to none. */
    private void askHow(KafkaStreams streams, StateQueryRequest<?> key) {
        ask(streams, "key, how", key);
        ask(streams, "key in two partitions, how", key.withPartitions(Set.of(1, 7)));
        ask(
                streams,
                "key, ahead, how",
                key.withPositionBound(PositionBound.at(end.copy().withComponent(INPUT, 1, 999))));
        ask(
                streams,
                "windows of totals, how",
                StateQueryRequest.inStore("totals").withQuery(windows()).enableExecutionInfo());
        ask(
                streams,
                "range of windows, how",
                StateQueryRequest.inStore("windows")
                        .withQuery(RangeQuery.withNoBounds())
                        .enableExecutionInfo());
    }

    private void look(KafkaStreams streams) {
        look(streams, "plain windows", SIDE, QueryableStoreTypes.windowStore(), this::windows);
        look(streams, "timestamped windows", SIDE, QueryableStoreTypes.timestampedWindowStore(), this::windows);
        look(streams, "rows", SIDE, QueryableStoreTypes.keyValueStore(), store -> entries(store.all()));
        look(streams, "sessions", SIDE, QueryableStoreTypes.sessionStore(), store -> entries(store.fetch("a")));
        look(streams, "waiting rows", WAITING, QueryableStoreTypes.keyValueStore(), store -> entries(store.all()));
        look(
                streams,
                "waiting timestamped rows",
                WAITING,
                QueryableStoreTypes.timestampedKeyValueStore(),
                store -> entries(store.all()));
    }

    /** Asks a store as it is shown by {@code KafkaStreams.store}. */
    private <T> void look(
            KafkaStreams streams, String name, String store, QueryableStoreType<T> type, Function<T, String> question) {
        try {
            T found = streams.store(StoreQueryParameters.fromNameAndType(store, type));
            transcript.line("  " + name + " of " + store + ": " + question.apply(found));
        } catch (RuntimeException refused) {
            transcript.line(
                    "  " + name + " of " + store + ": " + refused.getClass().getSimpleName());
        }
    }

    private String windows(ReadOnlyWindowStore<Object, ?> store) {
        Instant end = Instant.EPOCH.plusSeconds(1_000);
        return entries(store.fetch("a", Instant.EPOCH, end))
                + entries(store.backwardFetch("b", Instant.EPOCH, end))
                + entries(store.fetch("a", "c", Instant.EPOCH, end))
                + entries(store.fetchAll(Instant.ofEpochSecond(5), Instant.ofEpochSecond(15)))
                + entries(store.backwardAll())
                + store.fetch("a", 0)
                + store.fetch("a", 500);
    }

    /** All of them, sorted: which partition comes first is left to chance. */
    private static String entries(KeyValueIterator<?, ?> entries) {
        try (entries) {
            List<String> all = new ArrayList<>();
            entries.forEachRemaining(entry -> all.add(entry.toString()));
            Collections.sort(all);
            return all.toString();
        }
    }

    private void ask(KafkaStreams streams, String name, StateQueryRequest<?> request) {
        try {
            StateQueryResult<?> result = streams.query(request);
            QueryResult<?> global = result.getGlobalResult();
            transcript.line("  " + name + ": global " + (global == null ? null : global.getFailureReason()));
            new TreeMap<>(result.getPartitionResults())
                    .forEach((partition, answer) ->
                            transcript.line("    " + partition + ": " + Questions.textAndPosition(answer)));
        } catch (RuntimeException refused) {
            transcript.line("  " + name + ": " + refused.getClass().getSimpleName());
        }
    }
}
