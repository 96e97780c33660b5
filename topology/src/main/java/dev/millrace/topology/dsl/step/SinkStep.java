package dev.millrace.topology.dsl.step;

import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.streams.processor.TopicNameExtractor;
import dev.millrace.topology.definition.SinkDefinition;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.List;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes a stream to a topic, fixed or chosen for each record: one of {@code topic} and {@code extractor} is null. */
public record SinkStep(
        String name,
        Upstream parent,
        @Nullable String topic,
        @Nullable TopicNameExtractor<?, ?> extractor,
        @Nullable Serializer<?> keySerializer,
        @Nullable Serializer<?> valueSerializer,
        @Nullable StreamPartitioner<?, ?> partitioner)
        implements Step {

    @Override
    public void lower(RecordedTopology target) {
        target.add(new SinkDefinition(
                name,
                List.of(parent.output()),
                topic,
                extractor,
                keySerializer,
                valueSerializer,
                partitioner,
                SinkDefinition.Content.RECORDS));
    }
}
