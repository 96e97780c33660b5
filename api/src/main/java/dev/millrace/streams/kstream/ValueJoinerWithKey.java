package dev.millrace.streams.kstream;

/**
 * Makes one value of the values of two records that are joined, and their key.
 *
 * @param <K1> the type of the key
 * @param <V1> the type of this side's value
 * @param <V2> the type of the other side's value
 * @param <VR> the type of the result
 */
@FunctionalInterface
public interface ValueJoinerWithKey<K1, V1, V2, VR> {

    /** The joined value. The key must not be changed; either value may be null in a left or outer join. */
    VR apply(K1 readOnlyKey, V1 value1, V2 value2);
}
