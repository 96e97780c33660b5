package dev.millrace.streams;

import dev.millrace.streams.errors.DeserializationExceptionHandler;
import dev.millrace.streams.errors.ProcessingExceptionHandler;
import dev.millrace.streams.errors.ProductionExceptionHandler;
import dev.millrace.streams.processor.TimestampExtractor;
import dev.millrace.streams.processor.api.ProcessorWrapper;
import dev.millrace.streams.processor.assignment.TaskAssignor;
import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.streams.state.RocksDBConfigSetter;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.Serde;

/**
 * The settings of an application, checked.
 *
 * <p>A setting without a prefix is one of those that {@link #configDef()} documents, or one that all Kafka clients of the
 * application take. A prefix addresses some of them: {@code consumer.} all consumers, {@code main.consumer.},
 * {@code restore.consumer.} and {@code global.consumer.} one kind of them, {@code producer.} and {@code admin.} the other
 * clients, {@code topic.} the internal topics. The longer prefix wins. Unknown settings are handed to the clients and to
 * whatever is configured by class name. A constant's sentence says what the setting means; its type, default and bounds are in
 * {@link #configDef()}. Settings that are accepted and do nothing are listed in docs/compatibility.md.
 *
 * <p>Source: the section "Streams configs" of the Kafka documentation.
 *
 * <p>Immutable; safe for any thread.
 */
public class StreamsConfig extends AbstractConfig {
    /** A thread number to ask {@link #getMainConsumerConfigs} with where it does not matter. */
    @Deprecated
    public static final int DUMMY_THREAD_INDEX = 1;

    /** For {@link #MAX_TASK_IDLE_MS_CONFIG}: never wait. */
    public static final long MAX_TASK_IDLE_MS_DISABLED = -1L;
    /** For {@link #STATE_CLEANUP_DIR_MAX_AGE_MS_CONFIG}: delete nothing. */
    public static final long STATE_CLEANUP_DIR_MAX_AGE_MS_DISABLED = -1L;
    /** How many tags {@link #RACK_AWARE_ASSIGNMENT_TAGS_CONFIG} may name. */
    public static final int MAX_RACK_AWARE_ASSIGNMENT_TAG_LIST_SIZE = 5;
    /** How many characters the name of a client tag may have. */
    public static final int MAX_RACK_AWARE_ASSIGNMENT_TAG_KEY_LENGTH = 20;
    /** How many characters the value of a client tag may have. */
    public static final int MAX_RACK_AWARE_ASSIGNMENT_TAG_VALUE_LENGTH = 30;
    /** Before settings with which internal topics are created. */
    public static final String TOPIC_PREFIX = "topic.";
    /** Before settings of all consumers. */
    public static final String CONSUMER_PREFIX = "consumer.";
    /** Before settings of the consumers that read the input. */
    public static final String MAIN_CONSUMER_PREFIX = "main.consumer.";
    /** Before settings of the consumers that restore state. */
    public static final String RESTORE_CONSUMER_PREFIX = "restore.consumer.";
    /** Before settings of the consumer that fills global tables. */
    public static final String GLOBAL_CONSUMER_PREFIX = "global.consumer.";
    /** Before settings of the producers. */
    public static final String PRODUCER_PREFIX = "producer.";
    /** Before settings of the admin client. */
    public static final String ADMIN_CLIENT_PREFIX = "admin.";
    /** Before the name of a tag that says where this instance runs. */
    public static final String CLIENT_TAG_PREFIX = "client.tag.";
    /** For {@link #TOPOLOGY_OPTIMIZATION_CONFIG}: run the program as it is written. */
    public static final String NO_OPTIMIZATION = "none";
    /** For {@link #TOPOLOGY_OPTIMIZATION_CONFIG}: everything that is known. */
    public static final String OPTIMIZE = "all";
    /** For {@link #TOPOLOGY_OPTIMIZATION_CONFIG}: a table's source topic serves as its changelog. */
    public static final String REUSE_KTABLE_SOURCE_TOPICS = "reuse.ktable.source.topics";
    /** For {@link #TOPOLOGY_OPTIMIZATION_CONFIG}: one repartition topic where several would hold the same. */
    public static final String MERGE_REPARTITION_TOPICS = "merge.repartition.topics";
    /** For {@link #TOPOLOGY_OPTIMIZATION_CONFIG}: a stream that is joined with itself is stored once. */
    public static final String SINGLE_STORE_SELF_JOIN = "single.store.self.join";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 2.4. */
    public static final String UPGRADE_FROM_24 = "2.4";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 2.5. */
    public static final String UPGRADE_FROM_25 = "2.5";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 2.6. */
    public static final String UPGRADE_FROM_26 = "2.6";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 2.7. */
    public static final String UPGRADE_FROM_27 = "2.7";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 2.8. */
    public static final String UPGRADE_FROM_28 = "2.8";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 3.0. */
    public static final String UPGRADE_FROM_30 = "3.0";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 3.1. */
    public static final String UPGRADE_FROM_31 = "3.1";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 3.2. */
    public static final String UPGRADE_FROM_32 = "3.2";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 3.3. */
    public static final String UPGRADE_FROM_33 = "3.3";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 3.4. */
    public static final String UPGRADE_FROM_34 = "3.4";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 3.5. */
    public static final String UPGRADE_FROM_35 = "3.5";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 3.6. */
    public static final String UPGRADE_FROM_36 = "3.6";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 3.7. */
    public static final String UPGRADE_FROM_37 = "3.7";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 3.8. */
    public static final String UPGRADE_FROM_38 = "3.8";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 3.9. */
    public static final String UPGRADE_FROM_39 = "3.9";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 4.0. */
    public static final String UPGRADE_FROM_40 = "4.0";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 4.1. */
    public static final String UPGRADE_FROM_41 = "4.1";
    /** For {@link #UPGRADE_FROM_CONFIG}: version 4.2. */
    public static final String UPGRADE_FROM_42 = "4.2";
    /** For {@link #PROCESSING_GUARANTEE_CONFIG}: after a failure, records may be processed again. */
    public static final String AT_LEAST_ONCE = "at_least_once";
    /** For {@link #PROCESSING_GUARANTEE_CONFIG}: every commit is a transaction. */
    public static final String EXACTLY_ONCE_V2 = "exactly_once_v2";
    /** For {@link #RACK_AWARE_ASSIGNMENT_STRATEGY_CONFIG}: racks do not count. */
    public static final String RACK_AWARE_ASSIGNMENT_STRATEGY_NONE = "none";
    /** For {@link #RACK_AWARE_ASSIGNMENT_STRATEGY_CONFIG}: least reading from other racks. */
    public static final String RACK_AWARE_ASSIGNMENT_STRATEGY_MIN_TRAFFIC = "min_traffic";
    /** For {@link #RACK_AWARE_ASSIGNMENT_STRATEGY_CONFIG}: even within each subtopology first. */
    public static final String RACK_AWARE_ASSIGNMENT_STRATEGY_BALANCE_SUBTOPOLOGY = "balance_subtopology";
    /** For {@link #BUILT_IN_METRICS_VERSION_CONFIG}: the names of today. */
    public static final String METRICS_LATEST = "latest";
    /** How many records behind a copy of state may be and still count as complete. */
    public static final String ACCEPTABLE_RECOVERY_LAG_CONFIG = "acceptable.recovery.lag";
    /** Whether the group of the operating system may write to the state directory. */
    public static final String ALLOW_OS_GROUP_WRITE_ACCESS_CONFIG = "allow.os.group.write.access";
    /** The name that all instances of the application share; required. */
    public static final String APPLICATION_ID_CONFIG = "application.id";
    /** The host and port under which other instances can query this one. */
    public static final String APPLICATION_SERVER_CONFIG = "application.server";
    /** Brokers through which the cluster is found; required. */
    public static final String BOOTSTRAP_SERVERS_CONFIG = "bootstrap.servers";
    /** How many records of one partition wait in memory before its fetching pauses. */
    public static final String BUFFERED_RECORDS_PER_PARTITION_CONFIG = "buffered.records.per.partition";

    /** What {@link #BUFFERED_RECORDS_PER_PARTITION_CONFIG} means, as documentation. */
    @Deprecated
    public static final String BUFFERED_RECORDS_PER_PARTITION_DOC =
            "How many records of one partition may wait to be processed.";

    /** Which version of the names of metrics is used. */
    public static final String BUILT_IN_METRICS_VERSION_CONFIG = "built.in.metrics.version";

    /** @deprecated replaced by {@link #STATESTORE_CACHE_MAX_BYTES_CONFIG} */
    @Deprecated
    public static final String CACHE_MAX_BYTES_BUFFERING_CONFIG = "cache.max.bytes.buffering";

    /** What {@link #CACHE_MAX_BYTES_BUFFERING_CONFIG} means, as documentation. */
    @Deprecated
    public static final String CACHE_MAX_BYTES_BUFFERING_DOC =
            "The memory, in bytes, all threads together use to hold back updates. Use statestore.cache.max.bytes instead.";

    /** The prefix of the ids of all threads and clients of this instance. */
    public static final String CLIENT_ID_CONFIG = "client.id";
    /** How often progress is committed; 100 unless set with exactly-once, else 30000. */
    public static final String COMMIT_INTERVAL_MS_CONFIG = "commit.interval.ms";
    /** When a connection to a broker that nobody uses is closed. */
    public static final String CONNECTIONS_MAX_IDLE_MS_CONFIG = "connections.max.idle.ms";
    /** The {@link KafkaClientSupplier} that makes the Kafka clients. */
    public static final String DEFAULT_CLIENT_SUPPLIER_CONFIG = "default.client.supplier";

    /** What {@link #DEFAULT_CLIENT_SUPPLIER_CONFIG} means, as documentation. */
    @Deprecated
    public static final String DEFAULT_CLIENT_SUPPLIER_DOC =
            "The class, a KafkaClientSupplier, that makes the Kafka clients.";

    /** @deprecated replaced by {@link #DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG} */
    @Deprecated
    public static final String DEFAULT_DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG =
            "default.deserialization.exception.handler";

    /** What {@link #DEFAULT_DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG} means, as documentation. */
    @Deprecated
    public static final String DEFAULT_DESERIALIZATION_EXCEPTION_HANDLER_CLASS_DOC =
            "The class, a DeserializationExceptionHandler, that decides about records that cannot be read.";

    /** The {@link DeserializationExceptionHandler} for records that cannot be read. */
    public static final String DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG = "deserialization.exception.handler";

    /** @deprecated replaced by {@link #PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG} */
    @Deprecated
    public static final String DEFAULT_PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG =
            "default.production.exception.handler";

    /** The {@link ProductionExceptionHandler} for records that cannot be serialized or sent. */
    public static final String PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG = "production.exception.handler";

    /** @deprecated replaced by {@link #DSL_STORE_SUPPLIERS_CLASS_CONFIG} */
    @Deprecated
    public static final String DEFAULT_DSL_STORE_CONFIG = "default.dsl.store";

    /** What {@link #DEFAULT_DSL_STORE_CONFIG} means, as documentation. */
    @Deprecated
    public static final String DEFAULT_DSL_STORE_DOC = "The kind of state store that is used where none is asked for.";

    /** For {@link #DEFAULT_DSL_STORE_CONFIG}: stores on disk. */
    @Deprecated
    public static final String ROCKS_DB = "rocksDB";

    /** For {@link #DEFAULT_DSL_STORE_CONFIG}: stores on the heap. */
    @Deprecated
    public static final String IN_MEMORY = "in_memory";

    /** What {@link #DEFAULT_DSL_STORE_CONFIG} is unless set. */
    @Deprecated
    public static final String DEFAULT_DSL_STORE = "rocksDB";

    /** The {@link DslStoreSuppliers} that makes stores where the program names none. */
    public static final String DSL_STORE_SUPPLIERS_CLASS_CONFIG = "dsl.store.suppliers.class";
    /** What stores of the DSL keep beside the value. */
    public static final String DSL_STORE_FORMAT_CONFIG = "dsl.store.format";
    /** For {@link #DSL_STORE_FORMAT_CONFIG}: the timestamp, where it is needed. */
    public static final String DSL_STORE_FORMAT_DEFAULT = "DEFAULT";
    /** For {@link #DSL_STORE_FORMAT_CONFIG}: the record's headers too. */
    public static final String DSL_STORE_FORMAT_HEADERS = "HEADERS";
    /** The serde of keys where the program gives none. */
    public static final String DEFAULT_KEY_SERDE_CLASS_CONFIG = "default.key.serde";
    /** The serde of values where the program gives none. */
    public static final String DEFAULT_VALUE_SERDE_CLASS_CONFIG = "default.value.serde";
    /** The {@link TimestampExtractor} of sources that name no other. */
    public static final String DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG = "default.timestamp.extractor";

    /** What {@link #DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG} means, as documentation. */
    @Deprecated
    public static final String DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_DOC =
            "The class, a TimestampExtractor, that tells the time of a record where no other is given.";

    /** Whether clients push metrics to brokers that ask for them. */
    public static final String ENABLE_METRICS_PUSH_CONFIG = "enable.metrics.push";

    /** What {@link #ENABLE_METRICS_PUSH_CONFIG} means, as documentation. */
    @Deprecated
    public static final String ENABLE_METRICS_PUSH_DOC =
            "Whether the clients push their metrics to the brokers, if these have subscribed to them.";

    /** Whether generated names of stores and internal topics are refused. */
    public static final String ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG =
            "ensure.explicit.internal.resource.naming";
    /** How the instances agree on who does what; see {@link GroupProtocol}. */
    public static final String GROUP_PROTOCOL_CONFIG = "group.protocol";
    /** What {@link #GROUP_PROTOCOL_CONFIG} is unless set. */
    public static final String DEFAULT_GROUP_PROTOCOL = "classic";
    /** The topic to which the built-in exception handlers send source records that failed. */
    public static final String ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG = "errors.dead.letter.queue.topic.name";
    /** How often a thread logs what it has done; negative for never. */
    public static final String LOG_SUMMARY_INTERVAL_MS_CONFIG = "log.summary.interval.ms";
    /** How long a task with records on some inputs waits for the others. */
    public static final String MAX_TASK_IDLE_MS_CONFIG = "max.task.idle.ms";

    /** What {@link #MAX_TASK_IDLE_MS_CONFIG} means, as documentation. */
    @Deprecated
    public static final String MAX_TASK_IDLE_MS_DOC =
            "How long, in milliseconds, a task that has records on some inputs waits for the others. 0 waits for what the brokers already hold, -1 never waits.";

    /** How many copies of state may be built up at a time for instances that are to take over. */
    public static final String MAX_WARMUP_REPLICAS_CONFIG = "max.warmup.replicas";
    /** How often clients look for new brokers, topics and partitions. */
    public static final String METADATA_MAX_AGE_CONFIG = "metadata.max.age.ms";
    /** How many samples a metric is made from. */
    public static final String METRICS_NUM_SAMPLES_CONFIG = "metrics.num.samples";
    /** How much is measured: INFO, DEBUG or TRACE. */
    public static final String METRICS_RECORDING_LEVEL_CONFIG = "metrics.recording.level";
    /** Who is told of every metric. */
    public static final String METRIC_REPORTER_CLASSES_CONFIG = "metric.reporters";
    /** How long one sample of a metric lasts. */
    public static final String METRICS_SAMPLE_WINDOW_MS_CONFIG = "metrics.sample.window.ms";
    /** How many other instances keep a copy of each task's state. */
    public static final String NUM_STANDBY_REPLICAS_CONFIG = "num.standby.replicas";
    /** How many threads process records. */
    public static final String NUM_STREAM_THREADS_CONFIG = "num.stream.threads";
    /** How long an idle thread waits for records. */
    public static final String POLL_MS_CONFIG = "poll.ms";
    /** How often the group looks whether a copy of state is complete. */
    public static final String PROBING_REBALANCE_INTERVAL_MS_CONFIG = "probing.rebalance.interval.ms";
    /** The {@link ProcessingExceptionHandler} for records on which a processor failed. */
    public static final String PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG = "processing.exception.handler";

    /** What {@link #PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG} means, as documentation. */
    @Deprecated
    public static final String PROCESSING_EXCEPTION_HANDLER_CLASS_DOC =
            "The class, a ProcessingExceptionHandler, that decides what happens when processing a record fails.";

    /** {@link #AT_LEAST_ONCE} or {@link #EXACTLY_ONCE_V2}. */
    public static final String PROCESSING_GUARANTEE_CONFIG = "processing.guarantee";
    /** The {@link ProcessorWrapper} that sees every processor; give it to {@link TopologyConfig}. */
    public static final String PROCESSOR_WRAPPER_CLASS_CONFIG = "processor.wrapper.class";
    /** How often processed records of repartition topics are deleted. */
    public static final String REPARTITION_PURGE_INTERVAL_MS_CONFIG = "repartition.purge.interval.ms";
    /** The bytes of a socket's receive buffer; -1 leaves it to the operating system. */
    public static final String RECEIVE_BUFFER_CONFIG = "receive.buffer.bytes";
    /** The price of moving a task. */
    public static final String RACK_AWARE_ASSIGNMENT_NON_OVERLAP_COST_CONFIG = "rack.aware.assignment.non_overlap_cost";

    /** What {@link #RACK_AWARE_ASSIGNMENT_NON_OVERLAP_COST_CONFIG} means, as documentation. */
    @Deprecated
    public static final String RACK_AWARE_ASSIGNMENT_NON_OVERLAP_COST_DOC =
            "The price of moving a task away from where it is, weighed against rack.aware.assignment.traffic_cost.";

    /** How tasks are placed near the replicas that they read. */
    public static final String RACK_AWARE_ASSIGNMENT_STRATEGY_CONFIG = "rack.aware.assignment.strategy";

    /** What {@link #RACK_AWARE_ASSIGNMENT_STRATEGY_CONFIG} means, as documentation. */
    @Deprecated
    public static final String RACK_AWARE_ASSIGNMENT_STRATEGY_DOC =
            "How tasks are placed near the replicas they read: none, min_traffic or balance_subtopology.";

    /** The client tags over whose values copies of state are spread. */
    public static final String RACK_AWARE_ASSIGNMENT_TAGS_CONFIG = "rack.aware.assignment.tags";
    /** The price of reading from another rack. */
    public static final String RACK_AWARE_ASSIGNMENT_TRAFFIC_COST_CONFIG = "rack.aware.assignment.traffic_cost";

    /** What {@link #RACK_AWARE_ASSIGNMENT_TRAFFIC_COST_CONFIG} means, as documentation. */
    @Deprecated
    public static final String RACK_AWARE_ASSIGNMENT_TRAFFIC_COST_DOC =
            "The price of reading from another rack, weighed against rack.aware.assignment.non_overlap_cost.";

    /** How long a client waits before it connects to the same broker again. */
    public static final String RECONNECT_BACKOFF_MS_CONFIG = "reconnect.backoff.ms";
    /** How long that wait may become while connecting fails. */
    public static final String RECONNECT_BACKOFF_MAX_MS_CONFIG = "reconnect.backoff.max.ms";
    /** How many replicas internal topics get; -1 leaves it to the brokers. */
    public static final String REPLICATION_FACTOR_CONFIG = "replication.factor";
    /** How long a client waits for an answer. */
    public static final String REQUEST_TIMEOUT_MS_CONFIG = "request.timeout.ms";
    /** How long a client waits before it repeats a request. */
    public static final String RETRY_BACKOFF_MS_CONFIG = "retry.backoff.ms";
    /** The {@link RocksDBConfigSetter} that tunes stores on disk. */
    public static final String ROCKSDB_CONFIG_SETTER_CLASS_CONFIG = "rocksdb.config.setter";
    /** How clients talk to brokers: PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL. */
    public static final String SECURITY_PROTOCOL_CONFIG = "security.protocol";
    /** The bytes of a socket's send buffer; -1 leaves it to the operating system. */
    public static final String SEND_BUFFER_CONFIG = "send.buffer.bytes";
    /** How long local state of a task that moved away is kept. */
    public static final String STATE_CLEANUP_DELAY_MS_CONFIG = "state.cleanup.delay.ms";
    /** How old local state may be at the start before it is deleted. */
    public static final String STATE_CLEANUP_DIR_MAX_AGE_MS_CONFIG = "state.cleanup.dir.max.age.ms";
    /** The directory for local state. */
    public static final String STATE_DIR_CONFIG = "state.dir";
    /** The memory in which all threads together hold back updates of the same key. */
    public static final String STATESTORE_CACHE_MAX_BYTES_CONFIG = "statestore.cache.max.bytes";

    /** What {@link #STATESTORE_CACHE_MAX_BYTES_CONFIG} means, as documentation. */
    @Deprecated
    public static final String STATESTORE_CACHE_MAX_BYTES_DOC =
            "The memory, in bytes, all threads together use for the record caches of the state stores.";

    /** The {@link TaskAssignor} that divides the work. */
    public static final String TASK_ASSIGNOR_CLASS_CONFIG = "task.assignor.class";
    /** How long errors that pass by themselves may hold a task up before they count as failures. */
    public static final String TASK_TIMEOUT_MS_CONFIG = "task.timeout.ms";

    /** What {@link #TASK_TIMEOUT_MS_CONFIG} means, as documentation. */
    @Deprecated
    public static final String TASK_TIMEOUT_MS_DOC =
            "How long, in milliseconds, a task may make no progress because of errors that are retried. 0 fails at the first.";

    /** The version that a rolling upgrade comes from. */
    public static final String UPGRADE_FROM_CONFIG = "upgrade.from";
    /** What may be optimised: one of the names above, or several separated by commas. */
    public static final String TOPOLOGY_OPTIMIZATION_CONFIG = "topology.optimization";

    /** The serde inside a windowed serde; for plain consumers and producers. */
    @Deprecated
    public static final String WINDOWED_INNER_CLASS_SERDE = "windowed.inner.class.serde";

    /** The window size of a windowed deserializer; for plain consumers. */
    @Deprecated
    public static final String WINDOW_SIZE_MS_CONFIG = "window.size.ms";

    /** How much longer than its store the changelog of a window store keeps records. */
    public static final String WINDOW_STORE_CHANGE_LOG_ADDITIONAL_RETENTION_MS_CONFIG =
            "windowstore.changelog.additional.retention.ms";

    /** Whether {@link #PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG} decides about global tables too. */
    @Deprecated
    public static final String PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG =
            "processing.exception.handler.global.enabled";

    private static final ConfigDef CONFIG = ClientKeys.addTo(StateKeys.addTo(RuntimeKeys.addTo(new ConfigDef())));

    private final ClientConfigs clients;
    private final ConfiguredParts parts;

    /** Takes the settings by name, and checks them. */
    public StreamsConfig(Map<?, ?> props) {
        this(props, true);
    }

    /** Takes the settings by name, and checks them; {@code doLog} says whether they are logged. */
    protected StreamsConfig(Map<?, ?> props, boolean doLog) {
        super(CONFIG, props, doLog);
        clients = new ClientConfigs(this);
        parts = new ConfiguredParts(this);
        new ConfigRules(this).check();
    }

    /** Names a setting that all consumers take. */
    public static String consumerPrefix(String consumerProp) {
        return CONSUMER_PREFIX + consumerProp;
    }

    /** Names a setting that only the consumers in the group take. */
    public static String mainConsumerPrefix(String consumerProp) {
        return MAIN_CONSUMER_PREFIX + consumerProp;
    }

    /** Names a setting that only the consumers that restore state take. */
    public static String restoreConsumerPrefix(String consumerProp) {
        return RESTORE_CONSUMER_PREFIX + consumerProp;
    }

    /** Names a tag of this instance, for {@link #RACK_AWARE_ASSIGNMENT_TAGS_CONFIG}. */
    public static String clientTagPrefix(String clientTagKey) {
        return CLIENT_TAG_PREFIX + clientTagKey;
    }

    /** Names a setting that only the consumer of global tables takes. */
    public static String globalConsumerPrefix(String consumerProp) {
        return GLOBAL_CONSUMER_PREFIX + consumerProp;
    }

    /** Names a setting that the producers take. */
    public static String producerPrefix(String producerProp) {
        return PRODUCER_PREFIX + producerProp;
    }

    /** Names a setting that the admin client takes. */
    public static String adminClientPrefix(String adminClientProp) {
        return ADMIN_CLIENT_PREFIX + adminClientProp;
    }

    /** Names a setting with which internal topics are created. */
    public static String topicPrefix(String topicProp) {
        return TOPIC_PREFIX + topicProp;
    }

    /** A copy of the definition of all settings. */
    public static ConfigDef configDef() {
        return new ConfigDef(CONFIG);
    }

    /** The settings of the consumer in the group {@code groupId} that the thread with this number has. */
    public Map<String, Object> getMainConsumerConfigs(String groupId, String clientId, int threadIdx) {
        return clients.mainConsumer(groupId, clientId, threadIdx);
    }

    /** The settings of the consumer that restores state. */
    public Map<String, Object> getRestoreConsumerConfigs(String clientId) {
        return clients.restoreConsumer(clientId);
    }

    /** The settings of the consumer of global tables; its id is {@code <clientId>-global-consumer}. */
    public Map<String, Object> getGlobalConsumerConfigs(String clientId) {
        return clients.globalConsumer(clientId);
    }

    /** The settings of a producer. */
    public Map<String, Object> getProducerConfigs(String clientId) {
        return clients.producer(clientId);
    }

    /** The settings of the admin client. */
    public Map<String, Object> getAdminConfigs(String clientId) {
        return clients.admin(clientId);
    }

    /** The tags of this instance: all settings with the prefix {@link #CLIENT_TAG_PREFIX}, by their names without it. */
    public Map<String, String> getClientTags() {
        return originalsWithPrefix(CLIENT_TAG_PREFIX).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, tag -> String.valueOf(tag.getValue())));
    }

    /** The single optimisations that a value of {@link #TOPOLOGY_OPTIMIZATION_CONFIG} asks for. */
    public static Set<String> verifyTopologyOptimizationConfigs(String config) {
        return OptimizationNames.parse(config);
    }

    /** A new instance of what makes the Kafka clients. */
    public KafkaClientSupplier getKafkaClientSupplier() {
        return getConfiguredInstance(DEFAULT_CLIENT_SUPPLIER_CONFIG, KafkaClientSupplier.class);
    }

    /** A new instance of the default serde of keys. */
    public Serde<?> defaultKeySerde() {
        return parts.keySerde();
    }

    /** A new instance of the default serde of values. */
    public Serde<?> defaultValueSerde() {
        return parts.valueSerde();
    }

    /** A new instance of the default timestamp extractor. */
    public TimestampExtractor defaultTimestampExtractor() {
        return getConfiguredInstance(DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, TimestampExtractor.class);
    }

    /** A new instance of what decides about records that cannot be read. */
    public DeserializationExceptionHandler deserializationExceptionHandler() {
        return parts.deserializationExceptionHandler();
    }

    /** @deprecated replaced by {@link #deserializationExceptionHandler()}; this reads the old setting alone */
    @Deprecated
    public DeserializationExceptionHandler defaultDeserializationExceptionHandler() {
        return getConfiguredInstance(
                DEFAULT_DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeserializationExceptionHandler.class);
    }

    /** A new instance of what decides about records that cannot be serialized or sent. */
    public ProductionExceptionHandler productionExceptionHandler() {
        return parts.productionExceptionHandler();
    }

    /** @deprecated replaced by {@link #productionExceptionHandler()}; this reads the old setting alone */
    @Deprecated
    public ProductionExceptionHandler defaultProductionExceptionHandler() {
        return getConfiguredInstance(
                DEFAULT_PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG, ProductionExceptionHandler.class);
    }

    /** A new instance of what decides about records on which a processor failed. */
    public ProcessingExceptionHandler processingExceptionHandler() {
        return getConfiguredInstance(PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingExceptionHandler.class);
    }

    /** Prints the documentation of all settings as HTML. */
    public static void main(String[] args) {
        System.out.println(CONFIG.toHtml(4, key -> "streamsconfigs_" + key));
    }

    /** Whether the group divides its work by the streams protocol. */
    protected boolean isStreamsProtocolEnabled() {
        return GroupProtocol.STREAMS.name().equalsIgnoreCase(getString(GROUP_PROTOCOL_CONFIG));
    }

    /** Whether every commit is a transaction. */
    boolean exactlyOnce() {
        return EXACTLY_ONCE_V2.equals(getString(PROCESSING_GUARANTEE_CONFIG));
    }

    @Override
    protected Map<String, Object> postProcessParsedConfig(Map<String, Object> parsedValues) {
        Map<String, Object> changed = CommonClientConfigs.postProcessReconnectBackoffConfigs(this, parsedValues);
        if (EXACTLY_ONCE_V2.equals(parsedValues.get(PROCESSING_GUARANTEE_CONFIG))
                && !originals().containsKey(COMMIT_INTERVAL_MS_CONFIG)) {
            changed.put(COMMIT_INTERVAL_MS_CONFIG, ClientConfigs.EXACTLY_ONCE_COMMIT_INTERVAL_MS);
        }
        return changed;
    }

    /**
     * Settings that are not for applications. Their names are those of the reference, so that programs compile; nothing in
     * Millrace reads them.
     */
    public static class InternalConfig {
        /** Has no effect here. */
        public static final String INTERNAL_TASK_ASSIGNOR_CLASS = "internal.task.assignor.class";
        /** Has no effect here. */
        public static final String REFERENCE_CONTAINER_PARTITION_ASSIGNOR = "__reference.container.instance__";
        /** Has no effect here. */
        public static final String ASSIGNMENT_LISTENER = "__assignment.listener__";
        /** Has no effect here. */
        public static final String INTERNAL_CONSUMER_WRAPPER = "__internal.consumer.wrapper__";
        /** Has no effect here. */
        public static final String EMIT_INTERVAL_MS_KSTREAMS_OUTER_JOIN_SPURIOUS_RESULTS_FIX =
                "__emit.interval.ms.kstreams.outer.join.spurious.results.fix__";
        /** Has no effect here. */
        public static final String EMIT_INTERVAL_MS_KSTREAMS_WINDOWED_AGGREGATION =
                "__emit.interval.ms.kstreams.windowed.aggregation__";
        /** Has no effect here. */
        public static final String IQ_CONSISTENCY_OFFSET_VECTOR_ENABLED = "__iq.consistency.offset.vector.enabled__";

        /** Has no effect here. */
        @Deprecated
        public static final String TOPIC_PREFIX_ALTERNATIVE = "__internal.override.topic.prefix__";

        /** Has no effect here. */
        public static final String PROCESSING_THREADS_ENABLED = "__processing.threads.enabled__";

        /** There is nothing in an object of this class. */
        public InternalConfig() {}

        /** The setting {@link #PROCESSING_THREADS_ENABLED}, off unless set. */
        public static boolean processingThreadsEnabled(Map<String, Object> configs) {
            return getBoolean(configs, PROCESSING_THREADS_ENABLED, false);
        }

        /** A setting as a boolean, or the default if it is absent or something else. */
        public static boolean getBoolean(Map<String, Object> configs, String key, boolean defaultValue) {
            return LenientSettings.parse(configs, key, ConfigDef.Type.BOOLEAN, defaultValue);
        }

        /** A setting as a number, or the default if it is absent or something else. */
        public static long getLong(Map<String, Object> configs, String key, long defaultValue) {
            return LenientSettings.parse(configs, key, ConfigDef.Type.LONG, defaultValue);
        }

        /** A setting as text, or the default if it is absent or something else. */
        public static String getString(Map<String, Object> configs, String key, String defaultValue) {
            return LenientSettings.parse(configs, key, ConfigDef.Type.STRING, defaultValue);
        }
    }
}
