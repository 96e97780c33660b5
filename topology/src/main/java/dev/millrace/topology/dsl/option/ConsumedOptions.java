package dev.millrace.topology.dsl.option;

import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.processor.TimestampExtractor;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** What a {@link Consumed} says. */
public final class ConsumedOptions<K, V> extends Consumed<K, V> {

    public ConsumedOptions(Consumed<K, V> consumed) {
        super(consumed);
    }

    public @Nullable Serde<K> keys() {
        return keySerde;
    }

    public @Nullable Serde<V> values() {
        return valueSerde;
    }

    public @Nullable Deserializer<K> keyDeserializer() {
        return keySerde == null ? null : keySerde.deserializer();
    }

    public @Nullable Deserializer<V> valueDeserializer() {
        return valueSerde == null ? null : valueSerde.deserializer();
    }

    public @Nullable TimestampExtractor extractor() {
        return timestampExtractor;
    }

    public @Nullable AutoOffsetReset reset() {
        return resetPolicy;
    }

    public @Nullable String name() {
        return processorName;
    }
}
