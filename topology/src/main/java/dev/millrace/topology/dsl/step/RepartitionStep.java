package dev.millrace.topology.dsl.step;

import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.kstream.Predicate;
import dev.millrace.streams.processor.FailOnInvalidTimestamp;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.topology.definition.OperatorDefinition.Filter;
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
 */
public record RepartitionStep(
        Upstream parent,
        RepartitionNames names,
        @Nullable Integer partitions,
        @Nullable Serde<?> keySerde,
        @Nullable Serde<?> valueSerde,
        @Nullable StreamPartitioner<?, ?> partitioner,
        Sent sent)
        implements Upstream {
    private static final Predicate<Object, Object> HAS_KEY = (key, value) -> key != null;
    private static final Predicate<Object, Object> ANY = (key, value) -> true;

    /** What goes through the topic. */
    public enum Sent {
        /** Records that have a key. */
        RECORDS_WITH_KEY,
        /** Records, with or without a key, because a left or outer join follows, which wants all. */
        ALL_RECORDS,
        /** Old and new values of a table's rows. */
        TABLE_UPDATES
    }

    /** The same, but this is sent. */
    RepartitionStep sending(Sent other) {
        return new RepartitionStep(parent, names, partitions, keySerde, valueSerde, partitioner, other);
    }

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
        Content content = sent == Sent.TABLE_UPDATES ? Content.TABLE_UPDATES : Content.RECORDS;
        if (content == Content.RECORDS) {
            Filter filter = new Filter(sent == Sent.ALL_RECORDS ? ANY : HAS_KEY, false);
            target.add(new ProcessorDefinition(names.filter(), List.of(last), filter, List.of()));
            last = names.filter();
        }
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
