package dev.millrace.topology.dsl.shorthand;

import static java.util.Objects.requireNonNull;

import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.streams.kstream.ValueJoinerWithKey;
import dev.millrace.streams.kstream.ValueMapper;
import dev.millrace.streams.kstream.ValueMapperWithKey;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Checks and adapts what users pass. */
public final class Arguments {
    private Arguments() {}

    /** The argument, which must not be null. */
    public static <T> T some(T argument, String name) {
        return requireNonNull(argument, () -> name + " cannot be null");
    }

    static <K, V, R> ValueMapperWithKey<K, V, R> withKey(ValueMapper<? super V, ? extends R> mapper) {
        some(mapper, "mapper");
        return (key, value) -> mapper.apply(value);
    }

    static <K, L, R, T> ValueJoinerWithKey<K, L, R, T> withKey(ValueJoiner<? super L, ? super R, ? extends T> joiner) {
        some(joiner, "joiner");
        return (key, left, right) -> joiner.apply(left, right);
    }

    static <K, V, R> BiFunction<K, V, R> keyIgnored(Function<? super V, ? extends R> foreignKey) {
        some(foreignKey, "foreignKeyExtractor");
        return (key, value) -> foreignKey.apply(value);
    }
}
