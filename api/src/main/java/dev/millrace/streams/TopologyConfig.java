package dev.millrace.streams;

import dev.millrace.streams.errors.DeserializationExceptionHandler;
import dev.millrace.streams.errors.ProcessingExceptionHandler;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.processor.TimestampExtractor;
import dev.millrace.streams.state.DslStoreSuppliers;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.config.AbstractConfig;

public final class TopologyConfig extends AbstractConfig {
    public final String topologyName;
    public final boolean eosEnabled;
    public final StreamsConfig applicationConfigs;
    public final Properties topologyOverrides;
    public final int maxBufferedSize;
    public final long cacheSize;
    public final long maxTaskIdleMs;
    public final long taskTimeoutMs;
    public final String storeType;
    public final Class<?> dslStoreSuppliers;
    public final Supplier<TimestampExtractor> timestampExtractorSupplier;
    public final Supplier<DeserializationExceptionHandler> deserializationExceptionHandlerSupplier;
    public final Supplier<ProcessingExceptionHandler> processingExceptionHandlerSupplier;
    public final boolean ensureExplicitInternalResourceNaming;

    public TopologyConfig(StreamsConfig configs) {
        super(null, null);
        throw new UnsupportedOperationException("TopologyConfig");
    }

    public TopologyConfig(String topologyName, StreamsConfig globalAppConfigs, Properties topologyOverrides) {
        super(null, null);
        throw new UnsupportedOperationException("TopologyConfig");
    }

    @Deprecated
    public Materialized.StoreType parseStoreType() {
        throw new UnsupportedOperationException("TopologyConfig.parseStoreType");
    }

    public Optional<DslStoreSuppliers> resolveDslStoreSuppliers() {
        throw new UnsupportedOperationException("TopologyConfig.resolveDslStoreSuppliers");
    }

    public boolean isNamedTopology() {
        throw new UnsupportedOperationException("TopologyConfig.isNamedTopology");
    }

    public TaskConfig getTaskConfig() {
        throw new UnsupportedOperationException("TopologyConfig.getTaskConfig");
    }

    public static class InternalConfig {
        public static final String ENABLE_PROCESS_PROCESSVALUE_FIX = "__enable.process.processValue.fix__";

        public InternalConfig() {}

        public static boolean getBoolean(Map<String, Object> configs, String key, boolean defaultValue) {
            throw new UnsupportedOperationException("InternalConfig.getBoolean");
        }
    }

    public static class TaskConfig {
        public final long maxTaskIdleMs;
        public final long taskTimeoutMs;
        public final int maxBufferedSize;
        public final TimestampExtractor timestampExtractor;
        public final DeserializationExceptionHandler deserializationExceptionHandler;
        public final ProcessingExceptionHandler processingExceptionHandler;
        public final boolean eosEnabled;

        private TaskConfig() {
            throw new UnsupportedOperationException("TaskConfig");
        }
    }
}
