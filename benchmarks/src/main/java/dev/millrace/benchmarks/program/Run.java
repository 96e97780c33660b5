package dev.millrace.benchmarks.program;

import dev.millrace.benchmarks.broker.DeliveryMeter;
import dev.millrace.benchmarks.memory.MemoryCluster;
import dev.millrace.streams.KafkaClientSupplier;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.StreamsConfig;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;

/** Starts programs; called by reflection, once for each engine. */
public final class Run {
    private Run() {}

    /**
     * Starts a workload; what it returns stops it.
     *
     * @param clients where Kafka's clients come from: a {@link MemoryCluster}, or a {@link DeliveryMeter} of real ones
     */
    public static AutoCloseable start(String workload, Map<String, String> settings, Object clients) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
        config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        config.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        config.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, "false");
        config.putAll(settings);
        KafkaStreams streams = new KafkaStreams(
                Workload.valueOf(workload.toUpperCase(Locale.ROOT)).topology(), config, supplier(clients));
        streams.start();
        return () -> streams.close(Duration.ofSeconds(20));
    }

    private static KafkaClientSupplier supplier(Object clients) {
        return clients instanceof MemoryCluster cluster
                ? new MemoryClients(cluster)
                : new BrokerClients((DeliveryMeter) clients);
    }
}
