package dev.millrace.streams;

import static org.apache.kafka.common.config.ConfigDef.Importance.LOW;
import static org.apache.kafka.common.config.ConfigDef.Importance.MEDIUM;
import static org.apache.kafka.common.config.ConfigDef.Range.atLeast;
import static org.apache.kafka.common.config.ConfigDef.Type.BOOLEAN;
import static org.apache.kafka.common.config.ConfigDef.Type.CLASS;
import static org.apache.kafka.common.config.ConfigDef.Type.INT;
import static org.apache.kafka.common.config.ConfigDef.Type.LIST;
import static org.apache.kafka.common.config.ConfigDef.Type.LONG;
import static org.apache.kafka.common.config.ConfigDef.Type.STRING;

import dev.millrace.streams.spi.PlainClients;
import java.util.List;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.MetadataRecoveryStrategy;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.CaseInsensitiveValidString;
import org.apache.kafka.common.config.ConfigDef.ValidList;
import org.apache.kafka.common.config.ConfigDef.ValidString;
import org.apache.kafka.common.metrics.JmxReporter;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.utils.Utils;

/** The settings that all Kafka clients of an application share, and those of metrics. */
final class ClientKeys {
    private ClientKeys() {}

    /** Adds these settings to a definition, and returns it. */
    static ConfigDef addTo(ConfigDef definition) {
        origin(definition);
        requests(definition);
        metadata(definition);
        metrics(definition);
        return definition;
    }

    /** Where clients and settings come from. */
    private static void origin(ConfigDef definition) {
        definition
                .define(
                        StreamsConfig.DEFAULT_CLIENT_SUPPLIER_CONFIG,
                        CLASS,
                        PlainClients.class,
                        LOW,
                        "Makes the Kafka clients: a class that implements KafkaClientSupplier.")
                .define(
                        AbstractConfig.CONFIG_PROVIDERS_CONFIG,
                        LIST,
                        List.of(),
                        ValidList.anyNonDuplicateValues(true, false),
                        LOW,
                        "Names of configuration providers, which fetch values such as passwords from elsewhere.");
    }

    /** How clients reach brokers. */
    private static void requests(ConfigDef definition) {
        definition
                .define(
                        StreamsConfig.REQUEST_TIMEOUT_MS_CONFIG,
                        INT,
                        40000,
                        atLeast(0),
                        LOW,
                        "How long a client waits for the answer to a request, in milliseconds.")
                .define(
                        StreamsConfig.RETRY_BACKOFF_MS_CONFIG,
                        LONG,
                        100L,
                        atLeast(0),
                        LOW,
                        "How long a client waits before it repeats a failed request, in milliseconds.")
                .define(
                        StreamsConfig.RECONNECT_BACKOFF_MS_CONFIG,
                        LONG,
                        50L,
                        atLeast(0),
                        LOW,
                        "How long a client waits before it connects again to a broker, in milliseconds.")
                .define(
                        StreamsConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG,
                        LONG,
                        1000L,
                        atLeast(0),
                        LOW,
                        "How far that wait grows while connecting keeps failing, in milliseconds.")
                .define(
                        StreamsConfig.CONNECTIONS_MAX_IDLE_MS_CONFIG,
                        LONG,
                        540000L,
                        LOW,
                        "When a connection that nobody uses is closed, in milliseconds.")
                .define(
                        StreamsConfig.RECEIVE_BUFFER_CONFIG,
                        INT,
                        32 * 1024,
                        atLeast(-1),
                        LOW,
                        "The size of the socket's receive buffer. -1 for the operating system's choice.")
                .define(
                        StreamsConfig.SEND_BUFFER_CONFIG,
                        INT,
                        128 * 1024,
                        atLeast(-1),
                        LOW,
                        "The size of the socket's send buffer. -1 for the operating system's choice.")
                .define(
                        StreamsConfig.SECURITY_PROTOCOL_CONFIG,
                        STRING,
                        SecurityProtocol.PLAINTEXT.name(),
                        CaseInsensitiveValidString.in(Utils.enumOptions(SecurityProtocol.class)),
                        MEDIUM,
                        "How clients talk to brokers: PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL.");
    }

    /** How clients learn about the cluster. */
    private static void metadata(ConfigDef definition) {
        definition
                .define(
                        StreamsConfig.METADATA_MAX_AGE_CONFIG,
                        LONG,
                        300000L,
                        atLeast(0),
                        LOW,
                        "How often clients look for new brokers, topics and partitions, in milliseconds.")
                .define(
                        CommonClientConfigs.METADATA_RECOVERY_STRATEGY_CONFIG,
                        STRING,
                        MetadataRecoveryStrategy.REBOOTSTRAP.name,
                        CaseInsensitiveValidString.in(Utils.enumOptions(MetadataRecoveryStrategy.class)),
                        LOW,
                        "What a client does when it reaches no broker it knows: rebootstrap from "
                                + "bootstrap.servers, or none.")
                .define(
                        CommonClientConfigs.METADATA_RECOVERY_REBOOTSTRAP_TRIGGER_MS_CONFIG,
                        LONG,
                        300000L,
                        atLeast(0),
                        LOW,
                        "How long no broker may be reachable before a client starts from bootstrap.servers again, "
                                + "in milliseconds.");
    }

    /** What is measured, and who is told. */
    private static void metrics(ConfigDef definition) {
        definition
                .define(
                        StreamsConfig.ENABLE_METRICS_PUSH_CONFIG,
                        BOOLEAN,
                        true,
                        LOW,
                        "Whether the clients push their metrics to the brokers, if these have subscribed to them.")
                .define(
                        StreamsConfig.BUILT_IN_METRICS_VERSION_CONFIG,
                        STRING,
                        StreamsConfig.METRICS_LATEST,
                        ValidString.in("latest"),
                        LOW,
                        "The version of the names of our own metrics.")
                .define(
                        StreamsConfig.METRIC_REPORTER_CLASSES_CONFIG,
                        LIST,
                        JmxReporter.class.getName(),
                        ValidList.anyNonDuplicateValues(true, false),
                        LOW,
                        "Classes that implement MetricsReporter and are told of every metric.")
                .define(
                        StreamsConfig.METRICS_RECORDING_LEVEL_CONFIG,
                        STRING,
                        "INFO",
                        ValidString.in("INFO", "DEBUG", "TRACE"),
                        LOW,
                        "How much is measured: INFO, DEBUG or TRACE.")
                .define(
                        StreamsConfig.METRICS_NUM_SAMPLES_CONFIG,
                        INT,
                        2,
                        atLeast(1),
                        LOW,
                        "How many time samples a metric consists of.")
                .define(
                        StreamsConfig.METRICS_SAMPLE_WINDOW_MS_CONFIG,
                        LONG,
                        30000L,
                        atLeast(0),
                        LOW,
                        "How long one such sample lasts, in milliseconds.");
    }
}
