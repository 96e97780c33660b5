package dev.millrace.topology.dsl;

import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.processor.TopicNameExtractor;
import dev.millrace.topology.dsl.option.ProducedOptions;
import dev.millrace.topology.dsl.step.SinkStep;
import dev.millrace.topology.dsl.step.WindowedPartitioner;
import dev.millrace.topology.naming.Prefix;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Where streams leave the program. */
final class StreamSinks {
    private StreamSinks() {}

    static <K, V> void add(
            StreamOrigin origin,
            String topic,
            Produced<K, V> produced,
            @Nullable Serde<K> keySerde,
            @Nullable Serde<V> valueSerde) {
        add(origin, topic, null, new ProducedOptions<>(produced), keySerde, valueSerde);
    }

    static <K, V> void add(
            StreamOrigin origin,
            TopicNameExtractor<K, V> extractor,
            Produced<K, V> produced,
            @Nullable Serde<K> keySerde,
            @Nullable Serde<V> valueSerde) {
        add(origin, null, extractor, new ProducedOptions<>(produced), keySerde, valueSerde);
    }

    private static <K, V> void add(
            StreamOrigin origin,
            @Nullable String topic,
            @Nullable TopicNameExtractor<K, V> extractor,
            ProducedOptions<K, V> options,
            @Nullable Serde<K> keySerde,
            @Nullable Serde<V> valueSerde) {
        String name = origin.program().names().next(Prefix.STREAM_SINK, options.name());
        Serializer<K> keys = serializer(DslStream.firstOf(options.keys(), keySerde));
        Serializer<V> values = serializer(DslStream.firstOf(options.values(), valueSerde));
        var partitioner = options.partitions() == null ? WindowedPartitioner.forKeys(keys) : options.partitions();
        origin.program().add(new SinkStep(name, origin.step(), topic, extractor, keys, values, partitioner));
    }

    private static <T> @Nullable Serializer<T> serializer(@Nullable Serde<T> serde) {
        return serde == null ? null : serde.serializer();
    }
}
