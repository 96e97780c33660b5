package dev.millrace.topology.dsl.option;

import dev.millrace.streams.kstream.Repartitioned;
import dev.millrace.streams.processor.StreamPartitioner;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** What a {@link Repartitioned} says. */
public final class RepartitionedOptions<K, V> extends Repartitioned<K, V> {

    public RepartitionedOptions(Repartitioned<K, V> repartitioned) {
        super(repartitioned);
    }

    public @Nullable Serde<K> keys() {
        return keySerde;
    }

    public @Nullable Serde<V> values() {
        return valueSerde;
    }

    public @Nullable StreamPartitioner<K, V> partitions() {
        return partitioner;
    }

    public @Nullable Integer partitionCount() {
        return numberOfPartitions;
    }

    public @Nullable String name() {
        return name;
    }
}
