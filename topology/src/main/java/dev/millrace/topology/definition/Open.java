package dev.millrace.topology.definition;

import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;

/**
 * A part of a definition that the configuration completes: it is complete but for the keys' serde, which the program left to
 * the configured default.
 *
 * @param <T> what it is once completed
 */
public interface Open<T> {

    /** The complete part. Asks for the default only if it needs it: none may be configured. */
    T completedBy(Supplier<Serde<?>> defaultKeySerde);

    /** {@code part} itself, or if it is open, what it is with the configured default. */
    @SuppressWarnings("unchecked")
    static <T> T completed(T part, Supplier<Serde<?>> defaultKeySerde) {
        return part instanceof Open<?> open ? (T) open.completedBy(defaultKeySerde) : part;
    }
}
