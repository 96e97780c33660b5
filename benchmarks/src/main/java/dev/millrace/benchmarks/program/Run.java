package dev.millrace.benchmarks.program;

import dev.millrace.benchmarks.memory.MemoryCluster;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;

/** Starts programs; called by reflection, once for each engine. */
public final class Run {
    private Run() {}

    /** Starts a workload on a cluster; what it returns stops it. */
    public static AutoCloseable start(
            String workload, String guarantee, boolean inMemory, MemoryCluster cluster, String stateDirectory) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
        config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        config.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 1_000);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory);
        config.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        if (inMemory) {
            config.put(
                    StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
                    BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers.class);
        }
        KafkaStreams streams = new KafkaStreams(
                Workload.valueOf(workload.toUpperCase(Locale.ROOT)).topology(), config, new MemoryClients(cluster));
        streams.start();
        return () -> streams.close(Duration.ofSeconds(20));
    }
}
