package dev.millrace.conformance.program.application;

import dev.millrace.conformance.script.KindFacts;
import dev.millrace.conformance.script.RunningApplication;
import dev.millrace.streams.CloseOptions;
import dev.millrace.streams.CloseOptions.GroupMembershipOperation;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.StreamsConfig.InternalConfig;
import dev.millrace.streams.Topology;
import dev.millrace.streams.TopologyConfig;
import dev.millrace.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;

/** One life of an application, under the engine whose class loader loaded this class. Called by reflection. */
public final class Application implements RunningApplication {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final KafkaStreams streams;
    private volatile Throwable failure;

    private Application(KafkaStreams streams) {
        this.streams = streams;
    }

    /** Every kind of store there is. */
    public static List<KindFacts> kinds() {
        return Kinds.all().stream().map(Kind::facts).toList();
    }

    /** Starts an application that has a store of each of some kinds. */
    public static RunningApplication start(Set<String> kinds, boolean persistent, Map<String, String> config) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
        properties.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
        properties.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        properties.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        // the reference looks for closed windows once a second by the clock of the wall; now with every record, as
        // Millrace does
        properties.put(InternalConfig.EMIT_INTERVAL_MS_KSTREAMS_WINDOWED_AGGREGATION, 0);
        properties.put(InternalConfig.EMIT_INTERVAL_MS_KSTREAMS_OUTER_JOIN_SPURIOUS_RESULTS_FIX, 0L);
        properties.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, StreamsConfig.REUSE_KTABLE_SOURCE_TOPICS);
        properties.put(
                StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
                persistent
                        ? BuiltInDslStoreSuppliers.RocksDBDslStoreSuppliers.class
                        : BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers.class);
        properties.putAll(config);
        Application application =
                new Application(new KafkaStreams(topology(kinds, persistent, properties), properties));
        application.streams.setUncaughtExceptionHandler(application::fail);
        application.streams.start();
        return application;
    }

    private static Topology topology(Set<String> kinds, boolean persistent, Properties properties) {
        StreamsBuilder builder = new StreamsBuilder(new TopologyConfig(new StreamsConfig(properties)));
        String prefix = properties.get(StreamsConfig.APPLICATION_ID_CONFIG) + "-out-";
        Kinds.all().stream()
                .filter(kind -> kinds.contains(kind.name()))
                .forEach(kind -> kind.definition().accept(new Place(builder, kind.name(), persistent, prefix)));
        return builder.build(properties);
    }

    private StreamThreadExceptionResponse fail(Throwable reason) {
        failure = reason;
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    @Override
    public Throwable failure() {
        return failure;
    }

    /** Stops, and leaves the group: the next instance may be of another engine, with which this one shares no group. */
    @Override
    public void close() {
        streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(PATIENCE));
    }
}
