package dev.millrace.topology.definition;

import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.processor.TimestampExtractor;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * A node that reads topics: either a fixed list of them, or all that match a pattern.
 *
 * @param topics the topics in the order they were named; empty if {@code pattern} is given. Names of internal topics
 *     stand here without the application id
 * @param pattern null if {@code topics} is given
 * @param keyDeserializer null for the configured default serde
 * @param valueDeserializer null for the configured default serde
 * @param timestampExtractor null for the configured default
 * @param offsetReset null for the consumer's configured {@code auto.offset.reset}
 * @param content what kind of edge leaves this source: table updates if a sink wrote them so
 */
public record SourceDefinition(
        String name,
        List<String> topics,
        @Nullable Pattern pattern,
        @Nullable Deserializer<?> keyDeserializer,
        @Nullable Deserializer<?> valueDeserializer,
        @Nullable TimestampExtractor timestampExtractor,
        @Nullable AutoOffsetReset offsetReset,
        SinkDefinition.Content content)
        implements NodeDefinition {

    public SourceDefinition {
        topics = List.copyOf(topics);
    }

    /** A source of plain records. */
    public SourceDefinition(
            String name,
            List<String> topics,
            @Nullable Pattern pattern,
            @Nullable Deserializer<?> keyDeserializer,
            @Nullable Deserializer<?> valueDeserializer,
            @Nullable TimestampExtractor timestampExtractor,
            @Nullable AutoOffsetReset offsetReset) {
        this(
                name,
                topics,
                pattern,
                keyDeserializer,
                valueDeserializer,
                timestampExtractor,
                offsetReset,
                SinkDefinition.Content.RECORDS);
    }

    @Override
    public List<String> parents() {
        return List.of();
    }
}
