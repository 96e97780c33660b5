package dev.millrace.streams;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.TopicConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings of each Kafka client, worked out from those of the application.
 *
 * <p>Later layers win over earlier ones:
 * <pre>
 *   1  our defaults
 *   2  settings that no client and nobody here knows, for plugins   custom=x
 *   3  the client's settings as they are named                      max.poll.records=5
 *   4  with the prefix of the kind of client                        consumer.max.poll.records=5
 *   5  with the prefix of the one client                            main.consumer.max.poll.records=5
 *   6  what must be as it is, for offsets and transactions to be right
 * </pre>
 * Settings of layer 3 to 5 that layer 6 owns are left out with a warning.
 */
final class ClientConfigs {
    /** The default of {@code commit.interval.ms} with exactly-once: readers of committed records wait for it. */
    static final long EXACTLY_ONCE_COMMIT_INTERVAL_MS = 100;

    /** The default of {@code producer.transaction.timeout.ms} with exactly-once: a fraction of the client's own. */
    static final int TRANSACTION_TIMEOUT_MS = 10_000;

    /** Makes the main consumer let us divide the work. Named, because the class is of a module that this one cannot see. */
    private static final String ASSIGNMENT_STRATEGY = "dev.millrace.kafka.group.KafkaMembership";

    /** Makes a broker that cannot say which offsets are stable an error. An internal setting of the consumer. */
    private static final String UNSTABLE_OFFSETS_FAIL = "internal.throw.on.fetch.stable.offset.unsupported";

    private static final int MAX_IN_FLIGHT_WITH_TRANSACTIONS = 5;

    private static final Map<String, Object> CONSUMER_DEFAULTS = Map.of(
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG, "1000",
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest",
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false",
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, "false",
            ConsumerConfig.GROUP_PROTOCOL_CONFIG, "classic");

    private static final Map<String, Object> EXACTLY_ONCE_CONSUMER_DEFAULTS =
            Map.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed", UNSTABLE_OFFSETS_FAIL, true);

    private static final Map<String, Object> EXACTLY_ONCE_PRODUCER_DEFAULTS = Map.of(
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            Integer.MAX_VALUE,
            ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
            TRANSACTION_TIMEOUT_MS,
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
            true);

    private static final Set<String> FIXED_CONSUMER_KEYS = Set.of(
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
            ConsumerConfig.GROUP_PROTOCOL_CONFIG);
    private static final Set<String> FIXED_EXACTLY_ONCE_CONSUMER_KEYS = Set.of(ConsumerConfig.ISOLATION_LEVEL_CONFIG);
    private static final Set<String> FIXED_EXACTLY_ONCE_PRODUCER_KEYS =
            Set.of(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, ProducerConfig.TRANSACTIONAL_ID_CONFIG);

    /** What the main consumer is told so that its assignment strategy can read it. */
    private static final List<String> PASSED_TO_ASSIGNMENT = List.of(
            StreamsConfig.REPLICATION_FACTOR_CONFIG,
            StreamsConfig.APPLICATION_SERVER_CONFIG,
            StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG,
            StreamsConfig.ACCEPTABLE_RECOVERY_LAG_CONFIG,
            StreamsConfig.MAX_WARMUP_REPLICAS_CONFIG,
            StreamsConfig.PROBING_REBALANCE_INTERVAL_MS_CONFIG,
            StreamsConfig.TASK_ASSIGNOR_CLASS_CONFIG,
            StreamsConfig.RACK_AWARE_ASSIGNMENT_NON_OVERLAP_COST_CONFIG,
            StreamsConfig.RACK_AWARE_ASSIGNMENT_STRATEGY_CONFIG,
            StreamsConfig.RACK_AWARE_ASSIGNMENT_TAGS_CONFIG,
            StreamsConfig.RACK_AWARE_ASSIGNMENT_TRAFFIC_COST_CONFIG,
            StreamsConfig.UPGRADE_FROM_CONFIG,
            StreamsConfig.WINDOW_STORE_CHANGE_LOG_ADDITIONAL_RETENTION_MS_CONFIG);

    private static final Logger LOG = LoggerFactory.getLogger(StreamsConfig.class);

    private final StreamsConfig config;
    private final boolean exactlyOnce;

    ClientConfigs(StreamsConfig config) {
        this.config = config;
        this.exactlyOnce = config.exactlyOnce();
    }

    Map<String, Object> mainConsumer(String groupId, String clientId, int threadIndex) {
        Map<String, Object> settings = consumer(StreamsConfig.MAIN_CONSUMER_PREFIX);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, groupId);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        settings.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, ASSIGNMENT_STRATEGY);
        settings.computeIfPresent(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, (key, id) -> id + "-" + threadIndex);
        PASSED_TO_ASSIGNMENT.forEach(key -> settings.put(key, config.values().get(key)));
        checkSegmentHoldsBatch();
        return settings;
    }

    Map<String, Object> restoreConsumer(String clientId) {
        return groupless(StreamsConfig.RESTORE_CONSUMER_PREFIX, clientId);
    }

    Map<String, Object> globalConsumer(String clientId) {
        return groupless(StreamsConfig.GLOBAL_CONSUMER_PREFIX, clientId + "-global-consumer");
    }

    Map<String, Object> producer(String clientId) {
        Map<String, Object> chosen = chosen(ProducerConfig.configNames(), StreamsConfig.PRODUCER_PREFIX);
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.LINGER_MS_CONFIG, "100");
        if (exactlyOnce) {
            settings.putAll(EXACTLY_ONCE_PRODUCER_DEFAULTS);
            dropFixed(chosen, FIXED_EXACTLY_ONCE_PRODUCER_KEYS, settings);
            checkInFlight(chosen.get(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION));
        }
        settings.putAll(plugins());
        settings.putAll(chosen);
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        return settings;
    }

    Map<String, Object> admin(String clientId) {
        Map<String, Object> settings = new HashMap<>();
        settings.put(
                StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, config.getBoolean(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG));
        settings.putAll(plugins());
        settings.putAll(chosen(AdminClientConfig.configNames(), StreamsConfig.ADMIN_CLIENT_PREFIX));
        settings.put(AdminClientConfig.CLIENT_ID_CONFIG, clientId);
        return settings;
    }

    private Map<String, Object> groupless(String prefix, String clientId) {
        Map<String, Object> settings = consumer(prefix);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.put(ConsumerConfig.CLIENT_ID_CONFIG, clientId);
        // A gap must be seen: skipping it silently would leave state incomplete.
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        return settings;
    }

    /** Layers 1 to 5 of a consumer. */
    private Map<String, Object> consumer(String ownPrefix) {
        Map<String, Object> chosen = chosen(ConsumerConfig.configNames(), StreamsConfig.CONSUMER_PREFIX);
        dropFixed(chosen, FIXED_CONSUMER_KEYS, CONSUMER_DEFAULTS);
        Map<String, Object> settings = new HashMap<>(CONSUMER_DEFAULTS);
        if (exactlyOnce) {
            dropFixed(chosen, FIXED_EXACTLY_ONCE_CONSUMER_KEYS, EXACTLY_ONCE_CONSUMER_DEFAULTS);
            settings.putAll(EXACTLY_ONCE_CONSUMER_DEFAULTS);
        }
        settings.putAll(plugins());
        settings.putAll(chosen);
        settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers());
        Map<String, Object> own = config.originalsWithPrefix(ownPrefix);
        dropFixed(own, FIXED_CONSUMER_KEYS, CONSUMER_DEFAULTS);
        settings.putAll(own);
        return settings;
    }

    private Object bootstrapServers() {
        return config.originals().get(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG);
    }

    /** Layers 3 and 4. */
    private Map<String, Object> chosen(Set<String> clientKeys, String prefix) {
        Map<String, Object> settings = new HashMap<>(config.originals());
        settings.keySet().retainAll(clientKeys);
        // The application's own, though consumers have one of that name.
        settings.remove(StreamsConfig.GROUP_PROTOCOL_CONFIG);
        settings.putAll(config.originalsWithPrefix(prefix));
        return settings;
    }

    /** Layer 2. */
    private Map<String, Object> plugins() {
        Map<String, Object> settings = new HashMap<>(config.originals());
        settings.keySet().removeAll(StreamsConfig.configDef().names());
        settings.keySet().removeAll(ConsumerConfig.configNames());
        settings.keySet().removeAll(ProducerConfig.configNames());
        settings.keySet().removeAll(AdminClientConfig.configNames());
        for (String prefix : List.of(
                StreamsConfig.CONSUMER_PREFIX, StreamsConfig.PRODUCER_PREFIX, StreamsConfig.ADMIN_CLIENT_PREFIX)) {
            settings.keySet()
                    .removeAll(config.originalsWithPrefix(prefix, false).keySet());
        }
        return settings;
    }

    private void dropFixed(Map<String, Object> chosen, Set<String> fixed, Map<String, Object> ours) {
        for (String key : fixed) {
            Object value = chosen.remove(key);
            Object our = ours.getOrDefault(key, config.getString(StreamsConfig.APPLICATION_ID_CONFIG) + "-...");
            if (value != null && !Objects.equals(value.toString(), our.toString())) {
                LOG.warn(
                        "{}={} is ignored, {} is used: with {}={} it is not for the application to choose. Remove it.",
                        key,
                        value,
                        our,
                        StreamsConfig.PROCESSING_GUARANTEE_CONFIG,
                        config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG));
            }
        }
    }

    /** More requests in flight than the broker remembers could be put out of order by a retry. */
    private static void checkInFlight(Object value) {
        String key = ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION;
        Object requests = ConfigDef.parseType(key, value, ConfigDef.Type.INT);
        if (requests != null && (int) requests > MAX_IN_FLIGHT_WITH_TRANSACTIONS) {
            throw new ConfigException(
                    key,
                    value,
                    "Can't exceed " + MAX_IN_FLIGHT_WITH_TRANSACTIONS + " when exactly-once processing is enabled");
        }
    }

    /** A batch that is larger than a segment of an internal topic could never be appended to it. */
    private void checkSegmentHoldsBatch() {
        String segmentKey = StreamsConfig.topicPrefix(TopicConfig.SEGMENT_BYTES_CONFIG);
        Object segment = ConfigDef.parseType(segmentKey, config.originals().get(segmentKey), ConfigDef.Type.INT);
        String batchKey = ProducerConfig.BATCH_SIZE_CONFIG;
        Object batch = ConfigDef.parseType(
                batchKey,
                chosen(ProducerConfig.configNames(), StreamsConfig.PRODUCER_PREFIX)
                        .get(batchKey),
                ConfigDef.Type.INT);
        if (segment != null && batch != null && (int) segment < (int) batch) {
            throw new IllegalArgumentException(
                    segmentKey + "=" + segment + " is smaller than the producer's " + batchKey + "=" + batch
                            + ", so that no batch could be appended: raise the one or lower the other");
        }
    }
}
