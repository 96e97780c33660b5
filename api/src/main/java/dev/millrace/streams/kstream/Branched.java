package dev.millrace.streams.kstream;

import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The name of one branch of a split stream, and what to do with it (KIP-418).
 *
 * <p>Immutable.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public class Branched<K, V> implements NamedOperation<Branched<K, V>> {
    /** The name, appended to that of the split; null for a generated one. */
    protected final String name;

    /** What the branch becomes; null to leave it as it is. */
    protected final Function<? super KStream<K, V>, ? extends KStream<K, V>> chainFunction;

    /** What takes the branch out of the result; null to leave it there. */
    protected final Consumer<? super KStream<K, V>> chainConsumer;

    /** Creates the branch. */
    protected Branched(
            String name,
            Function<? super KStream<K, V>, ? extends KStream<K, V>> chainFunction,
            Consumer<? super KStream<K, V>> chainConsumer) {
        this.name = name;
        this.chainFunction = chainFunction;
        this.chainConsumer = chainConsumer;
    }

    /** Creates a copy. */
    protected Branched(Branched<K, V> branched) {
        this(branched.name, branched.chainFunction, branched.chainConsumer);
    }

    /**
     * A branch with a name.
     *
     * @throws NullPointerException if the name is null
     */
    public static <K, V> Branched<K, V> as(String name) {
        return new Branched<>(Objects.requireNonNull(name, "name cannot be null"), null, null);
    }

    /**
     * A branch that is replaced by the result of a function, or dropped from the result if that is null.
     *
     * @throws NullPointerException if the function is null
     */
    public static <K, V> Branched<K, V> withFunction(Function<? super KStream<K, V>, ? extends KStream<K, V>> chain) {
        return withFunction(chain, null);
    }

    /**
     * A branch that is handed to a consumer and does not appear in the result.
     *
     * @throws NullPointerException if the consumer is null
     */
    public static <K, V> Branched<K, V> withConsumer(Consumer<KStream<K, V>> chain) {
        return withConsumer(chain, null);
    }

    /** Like {@link #withFunction(Function)}, with a name, which may be null. */
    public static <K, V> Branched<K, V> withFunction(
            Function<? super KStream<K, V>, ? extends KStream<K, V>> chain, String name) {
        return new Branched<>(name, Objects.requireNonNull(chain, "chain function cannot be null"), null);
    }

    /** Like {@link #withConsumer(Consumer)}, with a name, which may be null. */
    public static <K, V> Branched<K, V> withConsumer(Consumer<? super KStream<K, V>> chain, String name) {
        return new Branched<>(name, null, Objects.requireNonNull(chain, "chain consumer cannot be null"));
    }

    /**
     * The same branch with this name.
     *
     * @throws NullPointerException if the name is null
     */
    @Override
    public Branched<K, V> withName(String name) {
        return new Branched<>(Objects.requireNonNull(name, "name cannot be null"), chainFunction, chainConsumer);
    }
}
