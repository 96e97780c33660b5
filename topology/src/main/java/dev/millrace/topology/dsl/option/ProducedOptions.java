package dev.millrace.topology.dsl.option;

import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.processor.StreamPartitioner;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** What a {@link Produced} says. */
public final class ProducedOptions<K, V> extends Produced<K, V> {

    public ProducedOptions(Produced<K, V> produced) {
        super(produced);
    }

    public @Nullable Serde<K> keys() {
        return keySerde;
    }

    public @Nullable Serde<V> values() {
        return valueSerde;
    }

    public @Nullable StreamPartitioner<? super K, ? super V> partitions() {
        return partitioner;
    }

    public @Nullable String name() {
        return processorName;
    }
}
