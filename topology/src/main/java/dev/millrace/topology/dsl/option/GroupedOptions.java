package dev.millrace.topology.dsl.option;

import dev.millrace.streams.kstream.Grouped;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** What a {@link Grouped} says. */
public final class GroupedOptions<K, V> extends Grouped<K, V> {

    public GroupedOptions(Grouped<K, V> grouped) {
        super(grouped);
    }

    public @Nullable Serde<K> keys() {
        return keySerde;
    }

    public @Nullable Serde<V> values() {
        return valueSerde;
    }

    public @Nullable String name() {
        return name;
    }
}
