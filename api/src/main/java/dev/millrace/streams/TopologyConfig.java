package dev.millrace.streams;

import dev.millrace.streams.errors.DeserializationExceptionHandler;
import dev.millrace.streams.errors.ProcessingExceptionHandler;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.processor.TimestampExtractor;
import dev.millrace.streams.state.DslStoreSuppliers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/**
 * The settings that concern one topology: those of the application, changed for a named topology by its own (KIP-591).
 *
 * <p>Immutable; safe for any thread.
 */
@SuppressWarnings("deprecation") // the settings of older versions still count
public final class TopologyConfig extends AbstractConfig {
    private static final List<String> KEYS = List.of(
            StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG,
            StreamsConfig.CACHE_MAX_BYTES_BUFFERING_CONFIG,
            StreamsConfig.DEFAULT_DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
            StreamsConfig.DEFAULT_DSL_STORE_CONFIG,
            StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG,
            StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
            StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
            StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
            StreamsConfig.MAX_TASK_IDLE_MS_CONFIG,
            StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG,
            StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
            StreamsConfig.TASK_TIMEOUT_MS_CONFIG);

    /** The name of the topology, null if it has none. */
    public final String topologyName;

    /** Whether the application processes every record exactly once. */
    public final boolean eosEnabled;

    /** The settings of the application. */
    public final StreamsConfig applicationConfigs;

    /** The settings of the topology; those of the application if it has no name. */
    public final Properties topologyOverrides;

    /** How many records of one partition may wait. */
    public final int maxBufferedSize;

    /** How many bytes the record caches of all stores may take. */
    public final long cacheSize;

    /** How long a task waits for inputs that have no records. */
    public final long maxTaskIdleMs;

    /** How long a task may make no progress because of errors. */
    public final long taskTimeoutMs;

    /** The kind of store where none is asked for, as given by the deprecated setting. */
    public final String storeType;

    /** What makes stores where none is asked for. */
    public final Class<?> dslStoreSuppliers;

    /** Makes what tells the time of a record. */
    public final Supplier<TimestampExtractor> timestampExtractorSupplier;

    /** Makes what decides about records that cannot be read. */
    public final Supplier<DeserializationExceptionHandler> deserializationExceptionHandlerSupplier;

    /** Makes what decides when processing fails. */
    public final Supplier<ProcessingExceptionHandler> processingExceptionHandlerSupplier;

    /** Whether internal topics and stores must be named by the user (KIP-1111). */
    public final boolean ensureExplicitInternalResourceNaming;

    /** The settings of a topology without a name: those of the application. */
    public TopologyConfig(StreamsConfig configs) {
        this(null, configs, properties(configs.originals()));
    }

    /**
     * The settings of a named topology.
     *
     * @param topologyName the name; null for none, and then the overrides do not count
     * @param globalAppConfigs the settings of the application
     * @param topologyOverrides what is different for this topology
     * @throws org.apache.kafka.common.config.ConfigException if an override is not valid
     */
    public TopologyConfig(String topologyName, StreamsConfig globalAppConfigs, Properties topologyOverrides) {
        super(definition(), topologyOverrides, false);
        this.topologyName = topologyName;
        this.applicationConfigs = globalAppConfigs;
        this.topologyOverrides = topologyOverrides;
        this.eosEnabled = StreamsConfig.EXACTLY_ONCE_V2.equals(
                globalAppConfigs.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG));
        this.maxBufferedSize = deciding(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG)
                .getInt(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG);
        this.cacheSize = cacheBytes();
        this.maxTaskIdleMs =
                deciding(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG).getLong(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG);
        this.taskTimeoutMs =
                deciding(StreamsConfig.TASK_TIMEOUT_MS_CONFIG).getLong(StreamsConfig.TASK_TIMEOUT_MS_CONFIG);
        this.storeType =
                deciding(StreamsConfig.DEFAULT_DSL_STORE_CONFIG).getString(StreamsConfig.DEFAULT_DSL_STORE_CONFIG);
        this.dslStoreSuppliers = deciding(StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG)
                .getClass(StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG);
        this.timestampExtractorSupplier = timestampExtractors();
        this.deserializationExceptionHandlerSupplier = deserializationExceptionHandlers();
        this.processingExceptionHandlerSupplier = globalAppConfigs::processingExceptionHandler;
        this.ensureExplicitInternalResourceNaming =
                globalAppConfigs.getBoolean(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG);
    }

    private static ConfigDef definition() {
        Map<String, ConfigDef.ConfigKey> all = StreamsConfig.configDef().configKeys();
        ConfigDef definition = new ConfigDef();
        KEYS.forEach(key -> definition.define(all.get(key)));
        return definition;
    }

    private static Properties properties(Map<String, Object> settings) {
        Properties properties = new Properties();
        settings.forEach((key, value) -> {
            if (value != null) {
                properties.put(key, value);
            }
        });
        return properties;
    }

    private boolean overrides(String key) {
        return isNamedTopology() && originals().containsKey(key);
    }

    /** Whose word counts for this setting: the topology's if it has one, else the application's. */
    private AbstractConfig deciding(String key) {
        return overrides(key) ? this : applicationConfigs;
    }

    /** The deprecated setting counts only where the other is not given. */
    private long cacheBytes() {
        String key = StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG;
        String deprecated = StreamsConfig.CACHE_MAX_BYTES_BUFFERING_CONFIG;
        if (overrides(key) || overrides(deprecated)) {
            return getLong(overrides(key) ? key : deprecated);
        }
        Map<String, Object> given = applicationConfigs.originals();
        boolean onlyDeprecated = given.containsKey(deprecated) && !given.containsKey(key);
        return applicationConfigs.getLong(onlyDeprecated ? deprecated : key);
    }

    private Supplier<TimestampExtractor> timestampExtractors() {
        String key = StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG;
        return overrides(key)
                ? () -> getConfiguredInstance(key, TimestampExtractor.class)
                : applicationConfigs::defaultTimestampExtractor;
    }

    private Supplier<DeserializationExceptionHandler> deserializationExceptionHandlers() {
        for (String key : List.of(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                StreamsConfig.DEFAULT_DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG)) {
            if (overrides(key)) {
                return () -> getConfiguredInstance(key, DeserializationExceptionHandler.class);
            }
        }
        return applicationConfigs::deserializationExceptionHandler;
    }

    /**
     * The kind of store where none is asked for.
     *
     * @deprecated use {@link #resolveDslStoreSuppliers}
     */
    @Deprecated
    public Materialized.StoreType parseStoreType() {
        return storeType.toLowerCase(Locale.ROOT).equals(StreamsConfig.IN_MEMORY)
                ? Materialized.StoreType.IN_MEMORY
                : Materialized.StoreType.ROCKS_DB;
    }

    /** What makes stores where none is asked for; empty if neither the application nor the topology says so. */
    public Optional<DslStoreSuppliers> resolveDslStoreSuppliers() {
        String key = StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG;
        if (deciding(key).originals().containsKey(key)) {
            return Optional.of(deciding(key).getConfiguredInstance(key, DslStoreSuppliers.class));
        }
        String deprecated = StreamsConfig.DEFAULT_DSL_STORE_CONFIG;
        return deciding(deprecated).originals().containsKey(deprecated)
                ? Optional.of(parseStoreType())
                : Optional.empty();
    }

    /** Whether the topology has a name. */
    public boolean isNamedTopology() {
        return topologyName != null;
    }

    /** The settings of one task: extractors and handlers are made for it. */
    public TaskConfig getTaskConfig() {
        return new TaskConfig(this);
    }

    /** Settings that are not for applications. */
    public static class InternalConfig {
        /** Whether a {@code process} without a result ends the stream's known key. */
        public static final String ENABLE_PROCESS_PROCESSVALUE_FIX = "__enable.process.processValue.fix__";

        /** Nothing is gained by an instance. */
        public InternalConfig() {}

        /** Reads a truth value, given as such or as text. */
        public static boolean getBoolean(Map<String, Object> configs, String key, boolean defaultValue) {
            Object value = configs.get(key);
            if (value instanceof Boolean given) {
                return given;
            }
            return value instanceof String text ? Boolean.parseBoolean(text) : defaultValue;
        }
    }

    /** The settings of one task. */
    public static class TaskConfig {
        /** How long the task waits for inputs that have no records. */
        public final long maxTaskIdleMs;

        /** How long the task may make no progress because of errors. */
        public final long taskTimeoutMs;

        /** How many records of one partition may wait. */
        public final int maxBufferedSize;

        /** What tells the time of a record. */
        public final TimestampExtractor timestampExtractor;

        /** What decides about records that cannot be read. */
        public final DeserializationExceptionHandler deserializationExceptionHandler;

        /** What decides when processing fails. */
        public final ProcessingExceptionHandler processingExceptionHandler;

        /** Whether the task processes every record exactly once. */
        public final boolean eosEnabled;

        private TaskConfig(TopologyConfig config) {
            this.maxTaskIdleMs = config.maxTaskIdleMs;
            this.taskTimeoutMs = config.taskTimeoutMs;
            this.maxBufferedSize = config.maxBufferedSize;
            this.timestampExtractor = config.timestampExtractorSupplier.get();
            this.deserializationExceptionHandler = config.deserializationExceptionHandlerSupplier.get();
            this.processingExceptionHandler = config.processingExceptionHandlerSupplier.get();
            this.eosEnabled = config.eosEnabled;
        }
    }
}
