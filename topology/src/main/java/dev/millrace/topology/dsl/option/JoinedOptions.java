package dev.millrace.topology.dsl.option;

import dev.millrace.streams.kstream.Joined;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** What a {@link Joined} says. */
public final class JoinedOptions<K, L, R> extends Joined<K, L, R> {

    public JoinedOptions(Joined<K, L, R> joined) {
        super(joined);
    }

    public @Nullable Serde<K> keys() {
        return keySerde;
    }

    public @Nullable Serde<L> leftValues() {
        return leftValueSerde;
    }

    public @Nullable Duration grace() {
        return gracePeriod;
    }

    public @Nullable String name() {
        return name;
    }
}
