package dev.millrace.streams.kstream;

@FunctionalInterface
public interface ValueMapper<V, VR> {

    VR apply(V value);
}
