package dev.millrace.streams.spi;

import dev.millrace.streams.kstream.Suppressed;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link Suppressed} says.
 *
 * @param name the name of the step, null for a generated one
 * @param timeLimit how long to hold an update back, null to wait for the final result of its window
 * @param buffer how much may be held back, an {@link EagerBuffer} or a {@link StrictBuffer}
 */
public record Suppression<K>(
        @Nullable String name, @Nullable Duration timeLimit, Suppressed.BufferConfig<?> buffer)
        implements Suppressed<K> {

    @Override
    public Suppressed<K> withName(String name) {
        return new Suppression<>(name, timeLimit, buffer);
    }

    /** The limits of the buffer. */
    public SuppressionBuffer limits() {
        return (SuppressionBuffer) buffer;
    }
}
