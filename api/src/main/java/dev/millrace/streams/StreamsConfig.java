package dev.millrace.streams;

import dev.millrace.streams.errors.DeserializationExceptionHandler;
import dev.millrace.streams.errors.ProcessingExceptionHandler;
import dev.millrace.streams.errors.ProductionExceptionHandler;
import dev.millrace.streams.processor.TimestampExtractor;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.Serde;

public class StreamsConfig extends AbstractConfig {
    @Deprecated
    public static final int DUMMY_THREAD_INDEX = 1;

    public static final long MAX_TASK_IDLE_MS_DISABLED = -1L;
    public static final long STATE_CLEANUP_DIR_MAX_AGE_MS_DISABLED = -1L;
    public static final int MAX_RACK_AWARE_ASSIGNMENT_TAG_LIST_SIZE = 5;
    public static final int MAX_RACK_AWARE_ASSIGNMENT_TAG_KEY_LENGTH = 20;
    public static final int MAX_RACK_AWARE_ASSIGNMENT_TAG_VALUE_LENGTH = 30;
    public static final String TOPIC_PREFIX = "topic.";
    public static final String CONSUMER_PREFIX = "consumer.";
    public static final String MAIN_CONSUMER_PREFIX = "main.consumer.";
    public static final String RESTORE_CONSUMER_PREFIX = "restore.consumer.";
    public static final String GLOBAL_CONSUMER_PREFIX = "global.consumer.";
    public static final String PRODUCER_PREFIX = "producer.";
    public static final String ADMIN_CLIENT_PREFIX = "admin.";
    public static final String CLIENT_TAG_PREFIX = "client.tag.";
    public static final String NO_OPTIMIZATION = "none";
    public static final String OPTIMIZE = "all";
    public static final String REUSE_KTABLE_SOURCE_TOPICS = "reuse.ktable.source.topics";
    public static final String MERGE_REPARTITION_TOPICS = "merge.repartition.topics";
    public static final String SINGLE_STORE_SELF_JOIN = "single.store.self.join";
    public static final String UPGRADE_FROM_24 = "2.4";
    public static final String UPGRADE_FROM_25 = "2.5";
    public static final String UPGRADE_FROM_26 = "2.6";
    public static final String UPGRADE_FROM_27 = "2.7";
    public static final String UPGRADE_FROM_28 = "2.8";
    public static final String UPGRADE_FROM_30 = "3.0";
    public static final String UPGRADE_FROM_31 = "3.1";
    public static final String UPGRADE_FROM_32 = "3.2";
    public static final String UPGRADE_FROM_33 = "3.3";
    public static final String UPGRADE_FROM_34 = "3.4";
    public static final String UPGRADE_FROM_35 = "3.5";
    public static final String UPGRADE_FROM_36 = "3.6";
    public static final String UPGRADE_FROM_37 = "3.7";
    public static final String UPGRADE_FROM_38 = "3.8";
    public static final String UPGRADE_FROM_39 = "3.9";
    public static final String UPGRADE_FROM_40 = "4.0";
    public static final String UPGRADE_FROM_41 = "4.1";
    public static final String UPGRADE_FROM_42 = "4.2";
    public static final String AT_LEAST_ONCE = "at_least_once";
    public static final String EXACTLY_ONCE_V2 = "exactly_once_v2";
    public static final String RACK_AWARE_ASSIGNMENT_STRATEGY_NONE = "none";
    public static final String RACK_AWARE_ASSIGNMENT_STRATEGY_MIN_TRAFFIC = "min_traffic";
    public static final String RACK_AWARE_ASSIGNMENT_STRATEGY_BALANCE_SUBTOPOLOGY = "balance_subtopology";
    public static final String METRICS_LATEST = "latest";
    public static final String ACCEPTABLE_RECOVERY_LAG_CONFIG = "acceptable.recovery.lag";
    public static final String ALLOW_OS_GROUP_WRITE_ACCESS_CONFIG = "allow.os.group.write.access";
    public static final String APPLICATION_ID_CONFIG = "application.id";
    public static final String APPLICATION_SERVER_CONFIG = "application.server";
    public static final String BOOTSTRAP_SERVERS_CONFIG = "bootstrap.servers";
    public static final String BUFFERED_RECORDS_PER_PARTITION_CONFIG = "buffered.records.per.partition";

    @Deprecated
    public static final String BUFFERED_RECORDS_PER_PARTITION_DOC =
            "How many records of one partition may wait to be processed.";

    public static final String BUILT_IN_METRICS_VERSION_CONFIG = "built.in.metrics.version";

    @Deprecated
    public static final String CACHE_MAX_BYTES_BUFFERING_CONFIG = "cache.max.bytes.buffering";

    @Deprecated
    public static final String CACHE_MAX_BYTES_BUFFERING_DOC =
            "The memory, in bytes, all threads together use to hold back updates. Use statestore.cache.max.bytes instead.";

    public static final String CLIENT_ID_CONFIG = "client.id";
    public static final String COMMIT_INTERVAL_MS_CONFIG = "commit.interval.ms";
    public static final String CONNECTIONS_MAX_IDLE_MS_CONFIG = "connections.max.idle.ms";
    public static final String DEFAULT_CLIENT_SUPPLIER_CONFIG = "default.client.supplier";

    @Deprecated
    public static final String DEFAULT_CLIENT_SUPPLIER_DOC =
            "The class, a KafkaClientSupplier, that makes the Kafka clients.";

    @Deprecated
    public static final String DEFAULT_DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG =
            "default.deserialization.exception.handler";

    @Deprecated
    public static final String DEFAULT_DESERIALIZATION_EXCEPTION_HANDLER_CLASS_DOC =
            "The class, a DeserializationExceptionHandler, that decides about records that cannot be read.";

    public static final String DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG = "deserialization.exception.handler";

    @Deprecated
    public static final String DEFAULT_PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG =
            "default.production.exception.handler";

    public static final String PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG = "production.exception.handler";

    @Deprecated
    public static final String DEFAULT_DSL_STORE_CONFIG = "default.dsl.store";

    @Deprecated
    public static final String DEFAULT_DSL_STORE_DOC = "The kind of state store that is used where none is asked for.";

    @Deprecated
    public static final String ROCKS_DB = "rocksDB";

    @Deprecated
    public static final String IN_MEMORY = "in_memory";

    @Deprecated
    public static final String DEFAULT_DSL_STORE = "rocksDB";

    public static final String DSL_STORE_SUPPLIERS_CLASS_CONFIG = "dsl.store.suppliers.class";
    public static final String DSL_STORE_FORMAT_CONFIG = "dsl.store.format";
    public static final String DSL_STORE_FORMAT_DEFAULT = "DEFAULT";
    public static final String DSL_STORE_FORMAT_HEADERS = "HEADERS";
    public static final String DEFAULT_KEY_SERDE_CLASS_CONFIG = "default.key.serde";
    public static final String DEFAULT_VALUE_SERDE_CLASS_CONFIG = "default.value.serde";
    public static final String DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG = "default.timestamp.extractor";

    @Deprecated
    public static final String DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_DOC =
            "The class, a TimestampExtractor, that tells the time of a record where no other is given.";

    public static final String ENABLE_METRICS_PUSH_CONFIG = "enable.metrics.push";

    @Deprecated
    public static final String ENABLE_METRICS_PUSH_DOC =
            "Whether the clients push their metrics to the brokers, if these have subscribed to them.";

    public static final String ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG =
            "ensure.explicit.internal.resource.naming";
    public static final String GROUP_PROTOCOL_CONFIG = "group.protocol";
    public static final String DEFAULT_GROUP_PROTOCOL = "classic";
    public static final String ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG = "errors.dead.letter.queue.topic.name";
    public static final String LOG_SUMMARY_INTERVAL_MS_CONFIG = "log.summary.interval.ms";
    public static final String MAX_TASK_IDLE_MS_CONFIG = "max.task.idle.ms";

    @Deprecated
    public static final String MAX_TASK_IDLE_MS_DOC =
            "How long, in milliseconds, a task that has records on some inputs waits for the others. 0 waits for what the brokers already hold, -1 never waits.";

    public static final String MAX_WARMUP_REPLICAS_CONFIG = "max.warmup.replicas";
    public static final String METADATA_MAX_AGE_CONFIG = "metadata.max.age.ms";
    public static final String METRICS_NUM_SAMPLES_CONFIG = "metrics.num.samples";
    public static final String METRICS_RECORDING_LEVEL_CONFIG = "metrics.recording.level";
    public static final String METRIC_REPORTER_CLASSES_CONFIG = "metric.reporters";
    public static final String METRICS_SAMPLE_WINDOW_MS_CONFIG = "metrics.sample.window.ms";
    public static final String NUM_STANDBY_REPLICAS_CONFIG = "num.standby.replicas";
    public static final String NUM_STREAM_THREADS_CONFIG = "num.stream.threads";
    public static final String POLL_MS_CONFIG = "poll.ms";
    public static final String PROBING_REBALANCE_INTERVAL_MS_CONFIG = "probing.rebalance.interval.ms";
    public static final String PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG = "processing.exception.handler";

    @Deprecated
    public static final String PROCESSING_EXCEPTION_HANDLER_CLASS_DOC =
            "The class, a ProcessingExceptionHandler, that decides what happens when processing a record fails.";

    public static final String PROCESSING_GUARANTEE_CONFIG = "processing.guarantee";
    public static final String PROCESSOR_WRAPPER_CLASS_CONFIG = "processor.wrapper.class";
    public static final String REPARTITION_PURGE_INTERVAL_MS_CONFIG = "repartition.purge.interval.ms";
    public static final String RECEIVE_BUFFER_CONFIG = "receive.buffer.bytes";
    public static final String RACK_AWARE_ASSIGNMENT_NON_OVERLAP_COST_CONFIG = "rack.aware.assignment.non_overlap_cost";

    @Deprecated
    public static final String RACK_AWARE_ASSIGNMENT_NON_OVERLAP_COST_DOC =
            "The price of moving a task away from where it is, weighed against rack.aware.assignment.traffic_cost.";

    public static final String RACK_AWARE_ASSIGNMENT_STRATEGY_CONFIG = "rack.aware.assignment.strategy";

    @Deprecated
    public static final String RACK_AWARE_ASSIGNMENT_STRATEGY_DOC =
            "How tasks are placed near the replicas they read: none, min_traffic or balance_subtopology.";

    public static final String RACK_AWARE_ASSIGNMENT_TAGS_CONFIG = "rack.aware.assignment.tags";
    public static final String RACK_AWARE_ASSIGNMENT_TRAFFIC_COST_CONFIG = "rack.aware.assignment.traffic_cost";

    @Deprecated
    public static final String RACK_AWARE_ASSIGNMENT_TRAFFIC_COST_DOC =
            "The price of reading from another rack, weighed against rack.aware.assignment.non_overlap_cost.";

    public static final String RECONNECT_BACKOFF_MS_CONFIG = "reconnect.backoff.ms";
    public static final String RECONNECT_BACKOFF_MAX_MS_CONFIG = "reconnect.backoff.max.ms";
    public static final String REPLICATION_FACTOR_CONFIG = "replication.factor";
    public static final String REQUEST_TIMEOUT_MS_CONFIG = "request.timeout.ms";
    public static final String RETRY_BACKOFF_MS_CONFIG = "retry.backoff.ms";
    public static final String ROCKSDB_CONFIG_SETTER_CLASS_CONFIG = "rocksdb.config.setter";
    public static final String SECURITY_PROTOCOL_CONFIG = "security.protocol";
    public static final String SEND_BUFFER_CONFIG = "send.buffer.bytes";
    public static final String STATE_CLEANUP_DELAY_MS_CONFIG = "state.cleanup.delay.ms";
    public static final String STATE_CLEANUP_DIR_MAX_AGE_MS_CONFIG = "state.cleanup.dir.max.age.ms";
    public static final String STATE_DIR_CONFIG = "state.dir";
    public static final String STATESTORE_CACHE_MAX_BYTES_CONFIG = "statestore.cache.max.bytes";

    @Deprecated
    public static final String STATESTORE_CACHE_MAX_BYTES_DOC =
            "The memory, in bytes, all threads together use for the record caches of the state stores.";

    public static final String TASK_ASSIGNOR_CLASS_CONFIG = "task.assignor.class";
    public static final String TASK_TIMEOUT_MS_CONFIG = "task.timeout.ms";

    @Deprecated
    public static final String TASK_TIMEOUT_MS_DOC =
            "How long, in milliseconds, a task may make no progress because of errors that are retried. 0 fails at the first.";

    public static final String UPGRADE_FROM_CONFIG = "upgrade.from";
    public static final String TOPOLOGY_OPTIMIZATION_CONFIG = "topology.optimization";

    @Deprecated
    public static final String WINDOWED_INNER_CLASS_SERDE = "windowed.inner.class.serde";

    @Deprecated
    public static final String WINDOW_SIZE_MS_CONFIG = "window.size.ms";

    public static final String WINDOW_STORE_CHANGE_LOG_ADDITIONAL_RETENTION_MS_CONFIG =
            "windowstore.changelog.additional.retention.ms";

    @Deprecated
    public static final String PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG =
            "processing.exception.handler.global.enabled";

    public StreamsConfig(Map<?, ?> props) {
        super(null, null);
        throw new UnsupportedOperationException("StreamsConfig");
    }

    protected StreamsConfig(Map<?, ?> map, boolean flag) {
        super(null, null);
        throw new UnsupportedOperationException("StreamsConfig");
    }

    public static String consumerPrefix(String consumerProp) {
        throw new UnsupportedOperationException("StreamsConfig.consumerPrefix");
    }

    public static String mainConsumerPrefix(String consumerProp) {
        throw new UnsupportedOperationException("StreamsConfig.mainConsumerPrefix");
    }

    public static String restoreConsumerPrefix(String consumerProp) {
        throw new UnsupportedOperationException("StreamsConfig.restoreConsumerPrefix");
    }

    public static String clientTagPrefix(String clientTagKey) {
        throw new UnsupportedOperationException("StreamsConfig.clientTagPrefix");
    }

    public static String globalConsumerPrefix(String consumerProp) {
        throw new UnsupportedOperationException("StreamsConfig.globalConsumerPrefix");
    }

    public static String producerPrefix(String producerProp) {
        throw new UnsupportedOperationException("StreamsConfig.producerPrefix");
    }

    public static String adminClientPrefix(String adminClientProp) {
        throw new UnsupportedOperationException("StreamsConfig.adminClientPrefix");
    }

    public static String topicPrefix(String topicProp) {
        throw new UnsupportedOperationException("StreamsConfig.topicPrefix");
    }

    public static ConfigDef configDef() {
        throw new UnsupportedOperationException("StreamsConfig.configDef");
    }

    public Map<String, Object> getMainConsumerConfigs(String groupId, String clientId, int threadIdx) {
        throw new UnsupportedOperationException("StreamsConfig.getMainConsumerConfigs");
    }

    public Map<String, Object> getRestoreConsumerConfigs(String clientId) {
        throw new UnsupportedOperationException("StreamsConfig.getRestoreConsumerConfigs");
    }

    public Map<String, Object> getGlobalConsumerConfigs(String clientId) {
        throw new UnsupportedOperationException("StreamsConfig.getGlobalConsumerConfigs");
    }

    public Map<String, Object> getProducerConfigs(String clientId) {
        throw new UnsupportedOperationException("StreamsConfig.getProducerConfigs");
    }

    public Map<String, Object> getAdminConfigs(String clientId) {
        throw new UnsupportedOperationException("StreamsConfig.getAdminConfigs");
    }

    public Map<String, String> getClientTags() {
        throw new UnsupportedOperationException("StreamsConfig.getClientTags");
    }

    public static Set<String> verifyTopologyOptimizationConfigs(String config) {
        throw new UnsupportedOperationException("StreamsConfig.verifyTopologyOptimizationConfigs");
    }

    public KafkaClientSupplier getKafkaClientSupplier() {
        throw new UnsupportedOperationException("StreamsConfig.getKafkaClientSupplier");
    }

    public Serde<?> defaultKeySerde() {
        throw new UnsupportedOperationException("StreamsConfig.defaultKeySerde");
    }

    public Serde<?> defaultValueSerde() {
        throw new UnsupportedOperationException("StreamsConfig.defaultValueSerde");
    }

    public TimestampExtractor defaultTimestampExtractor() {
        throw new UnsupportedOperationException("StreamsConfig.defaultTimestampExtractor");
    }

    public DeserializationExceptionHandler deserializationExceptionHandler() {
        throw new UnsupportedOperationException("StreamsConfig.deserializationExceptionHandler");
    }

    @Deprecated
    public DeserializationExceptionHandler defaultDeserializationExceptionHandler() {
        throw new UnsupportedOperationException("StreamsConfig.defaultDeserializationExceptionHandler");
    }

    public ProductionExceptionHandler productionExceptionHandler() {
        throw new UnsupportedOperationException("StreamsConfig.productionExceptionHandler");
    }

    @Deprecated
    public ProductionExceptionHandler defaultProductionExceptionHandler() {
        throw new UnsupportedOperationException("StreamsConfig.defaultProductionExceptionHandler");
    }

    public ProcessingExceptionHandler processingExceptionHandler() {
        throw new UnsupportedOperationException("StreamsConfig.processingExceptionHandler");
    }

    public static void main(String[] args) {
        throw new UnsupportedOperationException("StreamsConfig.main");
    }

    protected boolean isStreamsProtocolEnabled() {
        throw new UnsupportedOperationException("StreamsConfig.isStreamsProtocolEnabled");
    }

    @Override
    protected Map<String, Object> postProcessParsedConfig(Map<String, Object> map) {
        throw new UnsupportedOperationException("StreamsConfig.postProcessParsedConfig");
    }

    public static class InternalConfig {
        public static final String INTERNAL_TASK_ASSIGNOR_CLASS = "internal.task.assignor.class";
        public static final String REFERENCE_CONTAINER_PARTITION_ASSIGNOR = "__reference.container.instance__";
        public static final String ASSIGNMENT_LISTENER = "__assignment.listener__";
        public static final String INTERNAL_CONSUMER_WRAPPER = "__internal.consumer.wrapper__";
        public static final String EMIT_INTERVAL_MS_KSTREAMS_OUTER_JOIN_SPURIOUS_RESULTS_FIX =
                "__emit.interval.ms.kstreams.outer.join.spurious.results.fix__";
        public static final String EMIT_INTERVAL_MS_KSTREAMS_WINDOWED_AGGREGATION =
                "__emit.interval.ms.kstreams.windowed.aggregation__";
        public static final String IQ_CONSISTENCY_OFFSET_VECTOR_ENABLED = "__iq.consistency.offset.vector.enabled__";

        @Deprecated
        public static final String TOPIC_PREFIX_ALTERNATIVE = "__internal.override.topic.prefix__";

        public static final String PROCESSING_THREADS_ENABLED = "__processing.threads.enabled__";

        public InternalConfig() {}

        public static boolean processingThreadsEnabled(Map<String, Object> configs) {
            throw new UnsupportedOperationException("InternalConfig.processingThreadsEnabled");
        }

        public static boolean getBoolean(Map<String, Object> configs, String key, boolean defaultValue) {
            throw new UnsupportedOperationException("InternalConfig.getBoolean");
        }

        public static long getLong(Map<String, Object> configs, String key, long defaultValue) {
            throw new UnsupportedOperationException("InternalConfig.getLong");
        }

        public static String getString(Map<String, Object> configs, String key, String defaultValue) {
            throw new UnsupportedOperationException("InternalConfig.getString");
        }
    }
}
