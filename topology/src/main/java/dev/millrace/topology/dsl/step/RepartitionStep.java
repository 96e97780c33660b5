package dev.millrace.topology.dsl.step;

import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.processor.FailOnInvalidTimestamp;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.ProcessorDefinition;
import dev.millrace.topology.definition.RepartitionTopic;
import dev.millrace.topology.definition.SinkDefinition;
import dev.millrace.topology.definition.SinkDefinition.Content;
import dev.millrace.topology.definition.SourceDefinition;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.List;
import java.util.OptionalLong;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * Sends everything through a topic of the application's own, so that records with the same key meet in one partition: a sink,
 * the topic, a source, and for records (not for table updates) a filter in front.
 *
 * @param filter drops what has no key, unless a left join follows, which wants those records too; null for table updates
 */
public record RepartitionStep(
        Upstream parent,
        RepartitionNames names,
        @Nullable Integer partitions,
        @Nullable Serde<?> keySerde,
        @Nullable Serde<?> valueSerde,
        @Nullable StreamPartitioner<?, ?> partitioner,
        OperatorDefinition.@Nullable Filter filter)
        implements Upstream {

    @Override
    public String output() {
        return names.source();
    }

    @Override
    public OptionalLong windowGraceMs() {
        return parent.windowGraceMs();
    }

    @Override
    public void lower(RecordedTopology target) {
        String last = parent.output();
        if (filter != null) {
            target.add(new ProcessorDefinition(names.filter(), List.of(last), filter, List.of()));
            last = names.filter();
        }
        Content content = filter == null ? Content.TABLE_UPDATES : Content.RECORDS;
        target.add(new RepartitionTopic(names.topic(), partitions));
        target.add(new SinkDefinition(
                names.sink(),
                List.of(last),
                names.topic(),
                null,
                keySerde == null ? null : keySerde.serializer(),
                valueSerde == null ? null : valueSerde.serializer(),
                partitioner,
                content));
        target.add(new SourceDefinition(
                names.source(),
                List.of(names.topic()),
                null,
                keySerde == null ? null : keySerde.deserializer(),
                valueSerde == null ? null : valueSerde.deserializer(),
                new FailOnInvalidTimestamp(),
                AutoOffsetReset.earliest(),
                content));
    }
}
