package dev.millrace.streams.kstream;

@FunctionalInterface
public interface ValueMapperWithKey<K, V, VR> {

    VR apply(K readOnlyKey, V value);
}
