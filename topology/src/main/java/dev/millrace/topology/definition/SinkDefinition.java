package dev.millrace.topology.definition;

import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.streams.processor.TopicNameExtractor;
import java.util.List;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A node that writes to a topic, fixed or chosen for each record.
 *
 * @param topic the fixed topic, null if {@code topicExtractor} is given. The name of an internal topic stands here without
 *     the application id
 * @param topicExtractor null if {@code topic} is given
 * @param keySerializer null for the configured default serde; a windowed serializer is completed by the engine
 * @param valueSerializer null for the configured default serde
 * @param partitioner null for the producer's own choice
 * @param content what kind of edge feeds this sink
 */
public record SinkDefinition(
        String name,
        List<String> parents,
        @Nullable String topic,
        @Nullable TopicNameExtractor<?, ?> topicExtractor,
        @Nullable Serializer<?> keySerializer,
        @Nullable Serializer<?> valueSerializer,
        @Nullable StreamPartitioner<?, ?> partitioner,
        Content content)
        implements NodeDefinition {

    /**
     * What reaches a sink: plain records, table updates that travel as (new, old) pairs to a table aggregation, or responses of
     * a join by foreign key, which travel back to who asked.
     */
    public enum Content {
        RECORDS,
        TABLE_UPDATES,
        RESPONSES
    }

    public SinkDefinition {
        parents = List.copyOf(parents);
    }
}
