package dev.millrace.topology.dsl.step;

import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.processor.FailOnInvalidTimestamp;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.topology.definition.RepartitionTopic;
import dev.millrace.topology.definition.SinkDefinition;
import dev.millrace.topology.definition.SinkDefinition.Content;
import dev.millrace.topology.definition.SourceDefinition;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a join by foreign key sends from one table's partitions to the other's: a sink, a topic, a source. The values are
 * bytes whose meaning the operators around know.
 */
public record HopStep(
        List<? extends Upstream> parents,
        String topic,
        String sink,
        String source,
        @Nullable Serde<?> keys,
        @Nullable StreamPartitioner<?, ?> partitioner,
        Content content)
        implements Upstream {

    @Override
    public String output() {
        return source;
    }

    /** What arrives has the keys of a table, which are in no window of a stream. */
    @Override
    public OptionalLong windowGraceMs() {
        return OptionalLong.empty();
    }

    @Override
    public void lower(RecordedTopology target) {
        target.add(new RepartitionTopic(topic, null));
        target.add(new SinkDefinition(
                sink,
                parents.stream().map(Upstream::output).toList(),
                topic,
                null,
                keys == null ? null : keys.serializer(),
                new ByteArraySerializer(),
                partitioner,
                content));
        target.add(new SourceDefinition(
                source,
                List.of(topic),
                null,
                keys == null ? null : keys.deserializer(),
                new ByteArrayDeserializer(),
                new FailOnInvalidTimestamp(),
                AutoOffsetReset.earliest()));
    }
}
