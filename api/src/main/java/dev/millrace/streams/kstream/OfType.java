package dev.millrace.streams.kstream;

import java.util.Objects;

/** The emit strategy of a type. */
record OfType(StrategyType type) implements EmitStrategy {
    OfType {
        Objects.requireNonNull(type, "the type of an emit strategy cannot be null");
    }
}
