package dev.millrace.streams;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What must hold between settings, checked once when a {@link StreamsConfig} is made. */
final class ConfigRules {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsConfig.class);

    private final StreamsConfig config;
    private final Map<String, Object> originals;

    ConfigRules(StreamsConfig config) {
        this.config = config;
        this.originals = config.originals();
    }

    /** Throws for the first rule that is broken. */
    void check() {
        transactionsOutliveCommits();
        clientTagsAreInBounds();
        rackTagsAreClientTags();
        metricsPushIsConsistent();
        streamsProtocolIsPossible();
    }

    /** A transaction that times out before it is committed can never be committed. */
    private void transactionsOutliveCommits() {
        if (!config.exactlyOnce()) {
            return;
        }
        String key = StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);
        int timeoutMs = originals.containsKey(key)
                ? (int) Objects.requireNonNull(ConfigDef.parseType(key, originals.get(key), ConfigDef.Type.INT))
                : ClientConfigs.TRANSACTION_TIMEOUT_MS;
        long intervalMs = config.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG);
        if (timeoutMs < intervalMs) {
            throw new IllegalArgumentException("Transactions time out after " + timeoutMs
                    + " ms, before they are committed" + " after " + intervalMs + " ms: lower "
                    + StreamsConfig.COMMIT_INTERVAL_MS_CONFIG + ", or raise " + key);
        }
    }

    private void clientTagsAreInBounds() {
        Map<String, String> tags = config.getClientTags();
        if (tags.size() > StreamsConfig.MAX_RACK_AWARE_ASSIGNMENT_TAG_LIST_SIZE) {
            throw new ConfigException("There are " + tags.size() + " client tags " + tags.keySet() + "; at most "
                    + StreamsConfig.MAX_RACK_AWARE_ASSIGNMENT_TAG_LIST_SIZE + " settings may begin with "
                    + StreamsConfig.CLIENT_TAG_PREFIX);
        }
        tags.forEach(ConfigRules::checkTag);
    }

    private static void checkTag(String tag, String value) {
        String key = StreamsConfig.clientTagPrefix(tag);
        if (tag.length() > StreamsConfig.MAX_RACK_AWARE_ASSIGNMENT_TAG_KEY_LENGTH) {
            throw new ConfigException(
                    key,
                    tag,
                    "a tag's name has at most " + StreamsConfig.MAX_RACK_AWARE_ASSIGNMENT_TAG_KEY_LENGTH
                            + " characters");
        }
        if (value.length() > StreamsConfig.MAX_RACK_AWARE_ASSIGNMENT_TAG_VALUE_LENGTH) {
            throw new ConfigException(
                    key,
                    value,
                    "a tag's value has at most " + StreamsConfig.MAX_RACK_AWARE_ASSIGNMENT_TAG_VALUE_LENGTH
                            + " characters");
        }
        if (value.isEmpty()) {
            throw new ConfigException(key, "[]", "a tag's value must not be empty");
        }
    }

    private void rackTagsAreClientTags() {
        List<String> rackTags = config.getList(StreamsConfig.RACK_AWARE_ASSIGNMENT_TAGS_CONFIG);
        Map<String, String> tags = config.getClientTags();
        for (String tag : rackTags) {
            if (!tags.containsKey(tag)) {
                throw new ConfigException(
                        StreamsConfig.RACK_AWARE_ASSIGNMENT_TAGS_CONFIG,
                        rackTags,
                        "there is no such tag as \"" + tag + "\": set " + StreamsConfig.clientTagPrefix(tag));
            }
        }
    }

    /** Our own metrics travel with those of the main consumer and the admin client. */
    private void metricsPushIsConsistent() {
        if (!config.getBoolean(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG)) {
            return;
        }
        for (String prefix : List.of(
                StreamsConfig.CONSUMER_PREFIX, StreamsConfig.MAIN_CONSUMER_PREFIX, StreamsConfig.ADMIN_CLIENT_PREFIX)) {
            String key = prefix + StreamsConfig.ENABLE_METRICS_PUSH_CONFIG;
            if (Boolean.FALSE.equals(ConfigDef.parseType(key, originals.get(key), ConfigDef.Type.BOOLEAN))) {
                throw new ConfigException(
                        key,
                        false,
                        "must not be off while " + StreamsConfig.ENABLE_METRICS_PUSH_CONFIG
                                + " is on: change one of them");
            }
        }
    }

    private void streamsProtocolIsPossible() {
        if (!config.isStreamsProtocolEnabled()) {
            return;
        }
        for (String prefix : List.of("", StreamsConfig.CONSUMER_PREFIX, StreamsConfig.MAIN_CONSUMER_PREFIX)) {
            String key = prefix + ConsumerConfig.GROUP_INSTANCE_ID_CONFIG;
            if (originals.containsKey(key)) {
                throw new ConfigException(
                        key,
                        originals.get(key),
                        "the streams protocol has no static members: remove it," + " or set "
                                + StreamsConfig.GROUP_PROTOCOL_CONFIG + "=classic");
            }
        }
        LOG.warn(
                "{}={}: the work is divided by the classic protocol all the same; there is no other yet",
                StreamsConfig.GROUP_PROTOCOL_CONFIG,
                config.getString(StreamsConfig.GROUP_PROTOCOL_CONFIG));
    }
}
