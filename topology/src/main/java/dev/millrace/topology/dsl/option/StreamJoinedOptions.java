package dev.millrace.topology.dsl.option;

import dev.millrace.streams.kstream.StreamJoined;
import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** What a {@link StreamJoined} says. */
public final class StreamJoinedOptions<K, L, R> extends StreamJoined<K, L, R> {

    private StreamJoinedOptions(StreamJoined<K, L, R> streamJoined) {
        super(streamJoined);
    }

    /** The options, those of a {@code StreamJoined} that says nothing if there is none. */
    public static <K, L, R> StreamJoinedOptions<K, L, R> of(@Nullable StreamJoined<K, L, R> streamJoined) {
        return new StreamJoinedOptions<>(streamJoined == null ? StreamJoined.with(null, null, null) : streamJoined);
    }

    public @Nullable Serde<K> keys() {
        return keySerde;
    }

    public @Nullable Serde<L> leftValues() {
        return valueSerde;
    }

    public @Nullable Serde<R> rightValues() {
        return otherValueSerde;
    }

    public @Nullable WindowBytesStoreSupplier leftSupplier() {
        return thisStoreSupplier;
    }

    public @Nullable WindowBytesStoreSupplier rightSupplier() {
        return otherStoreSupplier;
    }

    public @Nullable DslStoreSuppliers suppliers() {
        return dslStoreSuppliers;
    }

    public @Nullable String name() {
        return name;
    }

    /** What the names of the stores begin with; null for generated names. */
    public @Nullable String storeName() {
        return storeName;
    }

    /** Sets logging as it was asked for. The stores of a join do not cache. */
    public StoreBuilder<?> applyTo(StoreBuilder<?> builder) {
        builder.withCachingDisabled();
        return loggingEnabled ? builder.withLoggingEnabled(topicConfig) : builder.withLoggingDisabled();
    }
}
