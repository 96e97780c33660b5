package dev.millrace.benchmarks.program;

import dev.millrace.benchmarks.broker.DeliveryMeter;
import dev.millrace.benchmarks.broker.RestoreMeter;
import dev.millrace.benchmarks.memory.MemoryCluster;
import dev.millrace.benchmarks.trial.Running;
import dev.millrace.streams.KafkaClientSupplier;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.StoreQueryParameters;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.processor.StateRestoreListener;
import dev.millrace.streams.state.QueryableStoreTypes;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.jspecify.annotations.Nullable;

/** Starts programs; called by reflection, once for each engine. */
public final class Run implements Running {
    private final KafkaStreams streams;

    private Run(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * Starts a workload; what it returns stops it.
     *
     * @param outside where Kafka's clients come from: a {@link MemoryCluster}, or a {@link DeliveryMeter} of real ones; or a
     *     {@link RestoreMeter}, and the clients are the engine's own
     */
    public static Running start(String workload, Map<String, String> settings, Object outside) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "bench");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "localhost:9092");
        config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        config.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        config.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, "false");
        config.putAll(settings);
        KafkaStreams streams = new KafkaStreams(
                Workload.valueOf(workload.toUpperCase(Locale.ROOT)).topology(), config, clients(outside));
        if (outside instanceof RestoreMeter meter) {
            streams.setGlobalStateRestoreListener(new Restores(meter));
        }
        streams.start();
        return new Run(streams);
    }

    private static KafkaClientSupplier clients(Object outside) {
        if (outside instanceof MemoryCluster cluster) {
            return new MemoryClients(cluster);
        }
        return new BrokerClients(outside instanceof DeliveryMeter meter ? meter : new DeliveryMeter(0, Long.MAX_VALUE));
    }

    @Override
    public @Nullable String value(String store, String key) {
        return streams.store(StoreQueryParameters.fromNameAndType(
                        store, QueryableStoreTypes.<String, String>keyValueStore()))
                .get(key);
    }

    @Override
    public void close() {
        streams.close(Duration.ofSeconds(20));
    }

    /** Tells a meter how restoration goes. */
    private static final class Restores implements StateRestoreListener {
        private final RestoreMeter meter;

        Restores(RestoreMeter meter) {
            this.meter = meter;
        }

        @Override
        public void onRestoreStart(TopicPartition changelog, String storeName, long from, long end) {
            meter.started();
        }

        @Override
        public void onBatchRestored(TopicPartition changelog, String storeName, long end, long records) {}

        @Override
        public void onRestoreEnd(TopicPartition changelog, String storeName, long records) {
            meter.ended(records);
        }
    }
}
