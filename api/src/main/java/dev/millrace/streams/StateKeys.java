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

import dev.millrace.streams.state.BuiltInDslStoreSuppliers;
import java.io.File;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.CaseInsensitiveValidString;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.utils.Utils;

/** The settings of state, its copies, and who keeps them. */
final class StateKeys {
    private StateKeys() {}

    /** Adds these settings to a definition, and returns it. */
    static ConfigDef addTo(ConfigDef definition) {
        disk(definition);
        stores(definition);
        topics(definition);
        copies(definition);
        racks(definition);
        return definition;
    }

    /** Where state lies. */
    private static void disk(ConfigDef definition) {
        definition
                .define(
                        StreamsConfig.STATE_DIR_CONFIG,
                        STRING,
                        System.getProperty("java.io.tmpdir") + File.separator + "kafka-streams",
                        HIGH,
                        "The directory for local state. Each instance on a machine needs its own, or its own "
                                + "application.id.",
                        "${java.io.tmpdir}")
                .define(
                        StreamsConfig.STATE_CLEANUP_DELAY_MS_CONFIG,
                        LONG,
                        600000L,
                        LOW,
                        "How long after a task has left the state it leaves behind is deleted, in milliseconds.")
                .define(
                        StreamsConfig.STATE_CLEANUP_DIR_MAX_AGE_MS_CONFIG,
                        LONG,
                        -1L,
                        LOW,
                        "At the start, state not touched for longer than this is deleted, in milliseconds. -1 for "
                                + "never.")
                .define(
                        StreamsConfig.ALLOW_OS_GROUP_WRITE_ACCESS_CONFIG,
                        BOOLEAN,
                        false,
                        LOW,
                        "Whether the group of the operating system may write to the directories of local state.")
                .define(
                        StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG,
                        CLASS,
                        null,
                        LOW,
                        "Sets options of RocksDB: a class that implements RocksDBConfigSetter.");
    }

    /** What stores are like. */
    @SuppressWarnings("deprecation")
    private static void stores(ConfigDef definition) {
        definition
                .define(
                        StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG,
                        LONG,
                        10 * 1024 * 1024L,
                        atLeast(0),
                        MEDIUM,
                        "The memory, in bytes, that all threads together use to hold back updates of the same "
                                + "key.")
                .define(
                        StreamsConfig.CACHE_MAX_BYTES_BUFFERING_CONFIG,
                        LONG,
                        10 * 1024 * 1024L,
                        atLeast(0),
                        MEDIUM,
                        "The old name of statestore.cache.max.bytes, which wins if both are set.")
                .define(
                        StreamsConfig.DEFAULT_DSL_STORE_CONFIG,
                        STRING,
                        StreamsConfig.ROCKS_DB,
                        ValidString.in("rocksDB", "in_memory"),
                        LOW,
                        "The old way to choose the kind of store: rocksDB or in_memory. dsl.store.suppliers.class "
                                + "wins if both are set.")
                .define(
                        StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG,
                        CLASS,
                        BuiltInDslStoreSuppliers.RocksDBDslStoreSuppliers.class,
                        LOW,
                        "Makes the stores for which the program names none: a class that implements "
                                + "DslStoreSuppliers.")
                .define(
                        StreamsConfig.DSL_STORE_FORMAT_CONFIG,
                        STRING,
                        StreamsConfig.DSL_STORE_FORMAT_DEFAULT,
                        CaseInsensitiveValidString.in(
                                StreamsConfig.DSL_STORE_FORMAT_HEADERS, StreamsConfig.DSL_STORE_FORMAT_DEFAULT),
                        LOW,
                        "What stores of the DSL keep beside the value: DEFAULT (the timestamp where needed), or "
                                + "HEADERS (the record's headers too).");
    }

    /** What internal topics are like. */
    private static void topics(ConfigDef definition) {
        definition
                .define(
                        StreamsConfig.WINDOW_STORE_CHANGE_LOG_ADDITIONAL_RETENTION_MS_CONFIG,
                        LONG,
                        Duration.ofDays(1).toMillis(),
                        LOW,
                        "How much longer than its store the changelog of a window store keeps records, in "
                                + "milliseconds, to allow for clocks that differ.")
                .define(
                        StreamsConfig.REPLICATION_FACTOR_CONFIG,
                        INT,
                        -1,
                        MEDIUM,
                        "How many replicas internal topics are created with. -1 for what the brokers say.")
                .define(
                        StreamsConfig.REPARTITION_PURGE_INTERVAL_MS_CONFIG,
                        LONG,
                        30000L,
                        atLeast(0),
                        LOW,
                        "How often records of repartition topics that are processed are deleted, in milliseconds.");
    }

    /** Who keeps which state, and copies of it. */
    private static void copies(ConfigDef definition) {
        definition
                .define(
                        StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
                        INT,
                        0,
                        HIGH,
                        "How many other instances keep a copy of each task's state.")
                .define(
                        StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG,
                        LONG,
                        10000L,
                        atLeast(0),
                        MEDIUM,
                        "How many records an instance's copy of a task's state may lag behind for the task to be "
                                + "given to it.")
                .define(
                        StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG,
                        INT,
                        2,
                        atLeast(1),
                        MEDIUM,
                        "How many copies at a time may be built up on instances that are to take over tasks.")
                .define(
                        StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG,
                        LONG,
                        600000L,
                        atLeast(60000),
                        LOW,
                        "How often, in milliseconds, the group checks whether such a copy is complete.")
                .define(
                        StreamsConfig.TASK_ASSIGNOR_CLASS_CONFIG,
                        STRING,
                        null,
                        MEDIUM,
                        "Divides the tasks among instances: a class that implements TaskAssignor. Null for the "
                                + "built-in one.")
                .define(
                        StreamsConfig.GROUP_PROTOCOL_CONFIG,
                        STRING,
                        StreamsConfig.DEFAULT_GROUP_PROTOCOL,
                        CaseInsensitiveValidString.in(Utils.enumOptions(GroupProtocol.class)),
                        MEDIUM,
                        "How the group agrees on who does what: classic or streams.");
    }

    /** How tasks are spread over places. */
    private static void racks(ConfigDef definition) {
        definition
                .define(
                        StreamsConfig.RACK_AWARE_ASSIGNMENT_STRATEGY_CONFIG,
                        STRING,
                        StreamsConfig.RACK_AWARE_ASSIGNMENT_STRATEGY_NONE,
                        ValidString.in("none", "min_traffic", "balance_subtopology"),
                        LOW,
                        "How tasks are placed near the replicas they read: none, min_traffic or "
                                + "balance_subtopology.")
                .define(
                        StreamsConfig.RACK_AWARE_ASSIGNMENT_TAGS_CONFIG,
                        LIST,
                        List.of(),
                        new AtMost(StreamsConfig.MAX_RACK_AWARE_ASSIGNMENT_TAG_LIST_SIZE),
                        LOW,
                        "The client tags that tell places apart, most important first: standbys are spread over "
                                + "different values of them.")
                .define(
                        StreamsConfig.RACK_AWARE_ASSIGNMENT_TRAFFIC_COST_CONFIG,
                        INT,
                        null,
                        LOW,
                        "The price of reading from another rack, weighed against "
                                + "rack.aware.assignment.non_overlap_cost. Null for the strategy's own.")
                .define(
                        StreamsConfig.RACK_AWARE_ASSIGNMENT_NON_OVERLAP_COST_CONFIG,
                        INT,
                        null,
                        LOW,
                        "The price of moving a task away from where it is, weighed against "
                                + "rack.aware.assignment.traffic_cost. Null for the strategy's own.");
    }
}
