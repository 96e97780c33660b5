package dev.millrace.topology.dsl;

import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.kstream.WindowedSerdes;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** The serde of the keys of a windowed table. */
final class WindowedKeySerde {
    private WindowedKeySerde() {}

    static <K> @Nullable Serde<Windowed<K>> of(@Nullable Serde<K> keys, long windowSizeMs) {
        return keys == null ? null : new WindowedSerdes.TimeWindowedSerde<>(keys, windowSizeMs);
    }
}
