package dev.millrace.engine.operator.topic;

import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.processor.RecordContext;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.streams.processor.TopicNameExtractor;
import dev.millrace.topology.definition.Open;
import dev.millrace.topology.definition.SinkDefinition;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Where a sink's records go: a topic, fixed or chosen for each record, and in it the partitions. */
public final class Destination {
    private final String sinkName;
    private final OperatorContext context;
    private final @Nullable String fixedTopic;
    private final @Nullable TopicNameExtractor<Object, Object> extractor;
    private final @Nullable StreamPartitioner<Object, Object> partitioner;

    @SuppressWarnings("unchecked")
    public Destination(SinkDefinition definition, OperatorContext context) {
        String declared = definition.topic();
        this.sinkName = definition.name();
        this.context = context;
        this.fixedTopic = declared == null ? null : context.topicName(declared);
        this.extractor = (TopicNameExtractor<Object, Object>) definition.topicExtractor();
        StreamPartitioner<?, ?> chooser = definition.partitioner();
        this.partitioner = chooser == null
                ? null
                : (StreamPartitioner<Object, Object>) Open.completed(chooser, context::defaultKeySerde);
    }

    /** The topic to write to. */
    public String topic(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        if (fixedTopic != null) {
            return fixedTopic;
        }
        if (extractor == null) {
            throw new IllegalStateException("Sink " + sinkName + " has neither a topic nor a topic extractor");
        }
        String chosen = extractor.extract(key, value, recordContext(timestamp, headers));
        if (chosen == null) {
            throw new IllegalArgumentException(
                    "Topic cannot be null, but the topic extractor of sink " + sinkName + " returned null");
        }
        return chosen;
    }

    private RecordContext recordContext(long timestamp, Headers headers) {
        return new Outgoing(context.faultContext(sinkName), timestamp, headers);
    }

    /** The partitions to write to: null lets the producer choose, none drops the record, several multiply it. */
    public @Nullable Set<Integer> partitions(String topic, @Nullable Object key, @Nullable Object value) {
        if (partitioner == null) {
            return null;
        }
        Optional<Set<Integer>> chosen =
                partitioner.partitions(topic, key, value, context.sink().partitionsOf(topic));
        if (chosen == null) {
            throw new NullPointerException("The partitioner of sink " + sinkName
                    + " returned null: return Optional.empty() for the default partition, or an empty set to drop");
        }
        return chosen.orElse(null);
    }

    /** What a topic extractor is told: where the record came from, and its own time and headers. */
    private record Outgoing(ErrorHandlerContext source, long timestamp, Headers headers) implements RecordContext {

        @Override
        public @Nullable String topic() {
            return source.topic();
        }

        @Override
        public int partition() {
            return source.partition();
        }

        @Override
        public long offset() {
            return source.offset();
        }

        @Override
        public byte @Nullable [] sourceRawKey() {
            return source.sourceRawKey();
        }

        @Override
        public byte @Nullable [] sourceRawValue() {
            return source.sourceRawValue();
        }
    }
}
