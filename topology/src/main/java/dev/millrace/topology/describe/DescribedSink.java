package dev.millrace.topology.describe;

import dev.millrace.streams.TopologyDescription;
import dev.millrace.streams.processor.TopicNameExtractor;
import dev.millrace.topology.definition.SinkDefinition;
import org.jspecify.annotations.Nullable;

/** A sink, described: its topic, or what chooses one for each record. */
final class DescribedSink extends DescribedNode implements TopologyDescription.Sink {
    private final @Nullable String topic;
    private final @Nullable TopicNameExtractor<?, ?> extractor;

    DescribedSink(SinkDefinition sink) {
        super(sink.name());
        topic = sink.topic();
        extractor = sink.topicExtractor();
    }

    @Override
    public @Nullable String topic() {
        return topic;
    }

    @Override
    public @Nullable TopicNameExtractor<?, ?> topicNameExtractor() {
        return extractor;
    }

    @Override
    String text() {
        String target = topic == null ? "extractor class: " + extractor : "topic: " + topic;
        return "Sink: " + name() + " (" + target + ")\n      <-- " + predecessorNames();
    }
}
