package dev.millrace.kafka;

import dev.millrace.engine.time.Clock;
import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.errors.StreamsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where to start in a partition that has no committed offset, or one that is no longer there: as its source node says, else as
 * the consumer is configured.
 */
final class OffsetResets {
    private static final Logger LOG = LoggerFactory.getLogger(OffsetResets.class);
    private static final String BY_DURATION = "by_duration:";

    private final Function<String, @Nullable AutoOffsetReset> ofTopic;
    private final AutoOffsetReset configured;
    private final Clock clock;

    /**
     * @param ofTopic the policy of the source node that reads a topic, or null
     * @param configured the consumer's {@code auto.offset.reset}
     */
    OffsetResets(Function<String, @Nullable AutoOffsetReset> ofTopic, Object configured, Clock clock) {
        this.ofTopic = ofTopic;
        this.configured = parse(String.valueOf(configured).toLowerCase(Locale.ROOT));
        this.clock = clock;
    }

    private static AutoOffsetReset parse(String configured) {
        if (configured.startsWith(BY_DURATION)) {
            return AutoOffsetReset.byDuration(
                    Duration.parse(configured.substring(BY_DURATION.length()).toUpperCase(Locale.ROOT)));
        }
        return switch (configured) {
            case "earliest" -> AutoOffsetReset.earliest();
            case "latest" -> AutoOffsetReset.latest();
            case "none" -> AutoOffsetReset.none();
            default ->
                throw new ConfigException(
                        "auto.offset.reset",
                        configured,
                        "use earliest, latest, by_duration:<ISO 8601 duration> or none");
        };
    }

    /** Repositions partitions. */
    void apply(Consumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        List<TopicPartition> toStart = new ArrayList<>();
        List<TopicPartition> toEnd = new ArrayList<>();
        Map<TopicPartition, Long> toTimes = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Policy policy = policyOf(partition);
            switch (policy.strategy()) {
                case "earliest" -> toStart.add(partition);
                case "latest" -> toEnd.add(partition);
                case "by_duration" -> toTimes.put(partition, clock.nowMs() - policy.durationMs());
                default -> throw noPolicy(partition);
            }
            LOG.info("No committed offset for {} that exists: starting at {}", partition, policy.strategy());
        }
        seek(consumer, toStart, toEnd, toTimes);
    }

    private Policy policyOf(TopicPartition partition) {
        AutoOffsetReset own = ofTopic.apply(partition.topic());
        return new Policy(own == null ? configured : own);
    }

    /** An empty collection would mean all partitions to the consumer. */
    private static void seek(
            Consumer<byte[], byte[]> consumer,
            List<TopicPartition> toStart,
            List<TopicPartition> toEnd,
            Map<TopicPartition, Long> toTimes) {
        if (!toTimes.isEmpty()) {
            Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(toTimes);
            for (TopicPartition partition : toTimes.keySet()) {
                OffsetAndTimestamp place = found.get(partition);
                if (place == null) {
                    toEnd.add(partition);
                } else {
                    consumer.seek(partition, place.offset());
                }
            }
        }
        if (!toStart.isEmpty()) {
            consumer.seekToBeginning(toStart);
        }
        if (!toEnd.isEmpty()) {
            consumer.seekToEnd(toEnd);
        }
    }

    private static StreamsException noPolicy(TopicPartition partition) {
        return new StreamsException(
                "There is no committed offset for " + partition + " that exists, and the offset reset"
                        + " policy is \"none\". Set one where the source is defined (Consumed.withOffsetResetPolicy), or"
                        + " consumer.auto.offset.reset, or commit an offset for the group");
    }

    /** A view of what only subclasses of the API's type can see. */
    private static final class Policy extends AutoOffsetReset {
        Policy(AutoOffsetReset reset) {
            super(reset);
        }

        String strategy() {
            return offsetResetStrategy.name().toLowerCase(Locale.ROOT);
        }

        long durationMs() {
            return duration.orElse(Duration.ZERO).toMillis();
        }
    }
}
