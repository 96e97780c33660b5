package dev.millrace.streams;

import static org.apache.kafka.common.config.ConfigDef.Importance.HIGH;
import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.CLASS;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import dev.millrace.streams.errors.DefaultProductionExceptionHandler;
import dev.millrace.streams.errors.LogAndFailExceptionHandler;
import dev.millrace.streams.errors.LogAndFailProcessingExceptionHandler;
import dev.millrace.streams.processor.FailOnInvalidTimestamp;
import dev.millrace.streams.spi.NoProcessorWrapper;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ValidList;
import org.apache.kafka.common.config.ConfigDef.ValidString;

/** The settings of an application and of what it does with records. */
final class RuntimeKeys {
    /** The versions that a rolling upgrade may start from, and null for none. */
    private static final String[] UPGRADES = {
        null,
        StreamsConfig.UPGRADE_FROM_24,
        StreamsConfig.UPGRADE_FROM_25,
        StreamsConfig.UPGRADE_FROM_26,
        StreamsConfig.UPGRADE_FROM_27,
        StreamsConfig.UPGRADE_FROM_28,
        StreamsConfig.UPGRADE_FROM_30,
        StreamsConfig.UPGRADE_FROM_31,
        StreamsConfig.UPGRADE_FROM_32,
        StreamsConfig.UPGRADE_FROM_33,
        StreamsConfig.UPGRADE_FROM_34,
        StreamsConfig.UPGRADE_FROM_35,
        StreamsConfig.UPGRADE_FROM_36,
        StreamsConfig.UPGRADE_FROM_37,
        StreamsConfig.UPGRADE_FROM_38,
        StreamsConfig.UPGRADE_FROM_39,
        StreamsConfig.UPGRADE_FROM_40,
        StreamsConfig.UPGRADE_FROM_41,
        StreamsConfig.UPGRADE_FROM_42
    };

    private RuntimeKeys() {}

    /** Adds these settings to a definition, and returns it. */
    static ConfigDef addTo(ConfigDef definition) {
        identity(definition);
        pace(definition);
        serdes(definition);
        oldSerdes(definition);
        failures(definition);
        shape(definition);
        return definition;
    }

    /** Who this is. */
    private static void identity(ConfigDef definition) {
        definition
                .define(
                        StreamsConfig.APPLICATION_ID_CONFIG,
                        STRING,
                        HIGH,
                        "The name of the application, the same for all its instances and unique in the cluster. "
                                + "It is the consumer group's id, and the prefix of client ids and of the names of internal "
                                + "topics.")
                .define(
                        StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                        LIST,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ValidList.anyNonDuplicateValues(false, false),
                        HIGH,
                        "Brokers to find the cluster with, as host1:port1,host2:port2. A few suffice: the clients "
                                + "learn the rest from them.")
                .define(
                        StreamsConfig.CLIENT_ID_CONFIG,
                        STRING,
                        "",
                        MEDIUM,
                        "The prefix of the ids of all clients and threads of this instance: "
                                + "<client.id>-StreamThread-<n>-consumer and so on.",
                        "<code>&lt;application.id&gt-&lt;random-UUID&gt</code>")
                .define(
                        StreamsConfig.APPLICATION_SERVER_CONFIG,
                        STRING,
                        "",
                        LOW,
                        "The host:port under which other instances reach this one's interactive queries. Empty "
                                + "for none.")
                .define(
                        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                        STRING,
                        StreamsConfig.AT_LEAST_ONCE,
                        ValidString.in("at_least_once", "exactly_once_v2"),
                        MEDIUM,
                        "at_least_once, or exactly_once_v2, which makes every commit a transaction.")
                .define(StreamsConfig.NUM_STREAM_THREADS_CONFIG, INT, 1, MEDIUM, "How many threads process records.");
    }

    /** How much at a time, and how long to wait. */
    private static void pace(ConfigDef definition) {
        definition
                .define(
                        StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                        LONG,
                        30000L,
                        atLeast(0),
                        LOW,
                        "How often progress is committed, in milliseconds. 30000, or 100 with exactly_once_v2, "
                                + "where downstream readers wait for commits.")
                .define(
                        StreamsConfig.POLL_MS_CONFIG,
                        LONG,
                        100L,
                        LOW,
                        "How long a thread waits for records when it has nothing else to do, in milliseconds.")
                .define(
                        StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG,
                        INT,
                        1000,
                        LOW,
                        "How many records of one partition may wait to be processed before its fetching pauses.")
                .define(
                        StreamsConfig.MAX_TASK_IDLE_MS_CONFIG,
                        LONG,
                        0L,
                        MEDIUM,
                        "How long, in milliseconds, a task that has records of some inputs waits for the others, "
                                + "so that joins see records in the order of time. 0 waits for what the brokers already "
                                + "hold, -1 never waits.")
                .define(
                        StreamsConfig.TASK_TIMEOUT_MS_CONFIG,
                        LONG,
                        300000L,
                        atLeast(0),
                        MEDIUM,
                        "How long a task may be held up by errors that pass by themselves before they count as "
                                + "failures, in milliseconds. 0 for not at all.")
                .define(
                        StreamsConfig.LOG_SUMMARY_INTERVAL_MS_CONFIG,
                        LONG,
                        120000L,
                        LOW,
                        "How often a thread logs what it has done, in milliseconds. Negative for never.");
    }

    /** How bytes are read where the program does not say. */
    private static void serdes(ConfigDef definition) {
        definition
                .define(
                        StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG,
                        CLASS,
                        null,
                        MEDIUM,
                        "The serde of keys where none is given: a class that implements Serde.")
                .define(
                        StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG,
                        CLASS,
                        null,
                        MEDIUM,
                        "The serde of values where none is given: a class that implements Serde.")
                .define(
                        CommonClientConfigs.DEFAULT_LIST_KEY_SERDE_INNER_CLASS,
                        CLASS,
                        null,
                        MEDIUM,
                        "The serde of a list's elements, if default.key.serde is the list serde.")
                .define(
                        CommonClientConfigs.DEFAULT_LIST_KEY_SERDE_TYPE_CLASS,
                        CLASS,
                        null,
                        MEDIUM,
                        "The class of list to make, if default.key.serde is the list serde.")
                .define(
                        CommonClientConfigs.DEFAULT_LIST_VALUE_SERDE_INNER_CLASS,
                        CLASS,
                        null,
                        MEDIUM,
                        "The serde of a list's elements, if default.value.serde is the list serde.")
                .define(
                        CommonClientConfigs.DEFAULT_LIST_VALUE_SERDE_TYPE_CLASS,
                        CLASS,
                        null,
                        MEDIUM,
                        "The class of list to make, if default.value.serde is the list serde.")
                .define(
                        StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG,
                        CLASS,
                        FailOnInvalidTimestamp.class,
                        MEDIUM,
                        "Says the time of a record where its source names no other: a class that implements "
                                + "TimestampExtractor.");
    }

    /** What a windowed serde used to read. */
    @SuppressWarnings("deprecation")
    private static void oldSerdes(ConfigDef definition) {
        definition
                .define(
                        StreamsConfig.WINDOWED_INNER_CLASS_SERDE,
                        STRING,
                        null,
                        LOW,
                        "The serde inside a windowed serde. For plain consumers and producers, not for streams; "
                                + "set it on the client.")
                .define(
                        StreamsConfig.WINDOW_SIZE_MS_CONFIG,
                        LONG,
                        null,
                        LOW,
                        "The window size of a windowed deserializer, in milliseconds. For plain consumers, not "
                                + "for streams; set it on the client.");
    }

    /** What happens to records that cannot be handled. */
    @SuppressWarnings("deprecation")
    private static void failures(ConfigDef definition) {
        definition
                .define(
                        StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                        CLASS,
                        LogAndFailExceptionHandler.class,
                        MEDIUM,
                        "Decides about records that cannot be read: a class that implements "
                                + "DeserializationExceptionHandler.")
                .define(
                        StreamsConfig.DEFAULT_DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                        CLASS,
                        LogAndFailExceptionHandler.class,
                        MEDIUM,
                        "The old name of deserialization.exception.handler, which wins if both are set.")
                .define(
                        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                        CLASS,
                        LogAndFailProcessingExceptionHandler.class,
                        MEDIUM,
                        "Decides about records on which a processor failed: a class that implements "
                                + "ProcessingExceptionHandler.")
                .define(
                        StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG,
                        BOOLEAN,
                        false,
                        HIGH,
                        "Whether processing.exception.handler decides about global tables and stores too.")
                .define(
                        StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                        CLASS,
                        DefaultProductionExceptionHandler.class,
                        MEDIUM,
                        "Decides about records that cannot be serialized or sent: a class that implements "
                                + "ProductionExceptionHandler.")
                .define(
                        StreamsConfig.DEFAULT_PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                        CLASS,
                        DefaultProductionExceptionHandler.class,
                        MEDIUM,
                        "The old name of production.exception.handler, which wins if both are set.")
                .define(
                        StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                        STRING,
                        null,
                        MEDIUM,
                        "The topic to which the built-in exception handlers send the source records of failures. "
                                + "Null for none.");
    }

    /** What may be done to the program. */
    private static void shape(ConfigDef definition) {
        definition
                .define(
                        StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG,
                        STRING,
                        StreamsConfig.NO_OPTIMIZATION,
                        new OptimizationNames(),
                        MEDIUM,
                        "What may be optimised: none, all, or some of reuse.ktable.source.topics, "
                                + "merge.repartition.topics and single.store.self.join, separated by commas.")
                .define(
                        StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG,
                        BOOLEAN,
                        false,
                        HIGH,
                        "Whether a topology with generated names of stores, changelogs or repartition topics is "
                                + "refused.")
                .define(
                        StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG,
                        CLASS,
                        NoProcessorWrapper.class,
                        LOW,
                        "Sees every processor before it runs: a class that implements ProcessorWrapper. Read by "
                                + "the constructors of StreamsBuilder and Topology, so pass it there.")
                .define(
                        StreamsConfig.UPGRADE_FROM_CONFIG,
                        STRING,
                        null,
                        ValidString.in(UPGRADES),
                        LOW,
                        "The version that is being upgraded from, during the first of two rolling restarts. Null "
                                + "otherwise.");
    }
}
