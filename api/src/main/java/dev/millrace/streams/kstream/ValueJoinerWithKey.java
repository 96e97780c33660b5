package dev.millrace.streams.kstream;

@FunctionalInterface
public interface ValueJoinerWithKey<K1, V1, V2, VR> {

    VR apply(K1 readOnlyKey, V1 value1, V2 value2);
}
