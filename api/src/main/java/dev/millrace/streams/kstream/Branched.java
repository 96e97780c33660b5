package dev.millrace.streams.kstream;

import java.util.function.Consumer;
import java.util.function.Function;

public class Branched<K, V> implements NamedOperation<Branched<K, V>> {
    protected final String name;
    protected final Function<? super KStream<K, V>, ? extends KStream<K, V>> chainFunction;
    protected final Consumer<? super KStream<K, V>> chainConsumer;

    protected Branched(
            String message,
            Function<? super KStream<K, V>, ? extends KStream<K, V>> function,
            Consumer<? super KStream<K, V>> consumer) {
        throw new UnsupportedOperationException("Branched");
    }

    protected Branched(Branched<K, V> branched) {
        throw new UnsupportedOperationException("Branched");
    }

    public static <K, V> Branched<K, V> as(String name) {
        throw new UnsupportedOperationException("Branched.as");
    }

    public static <K, V> Branched<K, V> withFunction(Function<? super KStream<K, V>, ? extends KStream<K, V>> chain) {
        throw new UnsupportedOperationException("Branched.withFunction");
    }

    public static <K, V> Branched<K, V> withConsumer(Consumer<KStream<K, V>> chain) {
        throw new UnsupportedOperationException("Branched.withConsumer");
    }

    public static <K, V> Branched<K, V> withFunction(
            Function<? super KStream<K, V>, ? extends KStream<K, V>> chain, String name) {
        throw new UnsupportedOperationException("Branched.withFunction");
    }

    public static <K, V> Branched<K, V> withConsumer(Consumer<? super KStream<K, V>> chain, String name) {
        throw new UnsupportedOperationException("Branched.withConsumer");
    }

    @Override
    public Branched<K, V> withName(String name) {
        throw new UnsupportedOperationException("Branched.withName");
    }
}
