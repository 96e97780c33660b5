package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.spi.Milliseconds;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers;
import dev.millrace.streams.state.DslKeyValueParams;
import dev.millrace.streams.state.DslSessionParams;
import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.streams.state.DslWindowParams;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.StoreSupplier;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;

/**
 * How a table is kept in a state store: its name or supplier, serdes, changelog, cache and retention.
 *
 * <p>Whatever is null is inferred or falls back to the configuration. Mutable: the {@code with} methods change this
 * object and return it.
 *
 * <p>Not thread-safe. Source: KIP-182.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @param <S> the kind of store
 */
public class Materialized<K, V, S extends StateStore> {
    /** What makes the store, if it is given. */
    protected StoreSupplier<S> storeSupplier;

    /** The name of the store, if it is given and the supplier is not. */
    protected String storeName;

    /** How values are written. */
    protected Serde<V> valueSerde;

    /** How keys are written. */
    protected Serde<K> keySerde;

    /** Whether the store has a changelog. */
    protected boolean loggingEnabled = true;

    /** Whether updates are held back in a cache, so that several of one key become one. */
    protected boolean cachingEnabled = true;

    /** The configuration of the changelog. */
    protected Map<String, String> topicConfig = new HashMap<>();

    /** How long windows are kept. */
    protected Duration retention;

    /** What makes the store if there is no supplier. */
    protected DslStoreSuppliers dslStoreSuppliers;

    private Materialized() {}

    /** Creates a copy. */
    protected Materialized(Materialized<K, V, S> materialized) {
        this.storeSupplier = materialized.storeSupplier;
        this.storeName = materialized.storeName;
        this.keySerde = materialized.keySerde;
        this.valueSerde = materialized.valueSerde;
        this.loggingEnabled = materialized.loggingEnabled;
        this.cachingEnabled = materialized.cachingEnabled;
        this.topicConfig = materialized.topicConfig;
        this.retention = materialized.retention;
        this.dslStoreSuppliers = materialized.dslStoreSuppliers;
    }

    /**
     * A store with a generated name, made by this.
     *
     * @throws NullPointerException if the suppliers are null
     */
    public static <K, V, S extends StateStore> Materialized<K, V, S> as(DslStoreSuppliers storeSuppliers) {
        Materialized<K, V, S> materialized = new Materialized<>();
        materialized.dslStoreSuppliers = requireStoreType(storeSuppliers);
        return materialized;
    }

    /**
     * A store with this name.
     *
     * @param storeName the name, under the rules of {@link Named}
     * @throws dev.millrace.streams.errors.TopologyException if the name is illegal
     * @throws NullPointerException if it is null
     */
    public static <K, V, S extends StateStore> Materialized<K, V, S> as(String storeName) {
        Named.validate(storeName);
        Materialized<K, V, S> materialized = new Materialized<>();
        materialized.storeName = storeName;
        return materialized;
    }

    /**
     * The window store this supplier makes.
     *
     * @throws NullPointerException if the supplier is null
     */
    public static <K, V> Materialized<K, V, WindowStore<Bytes, byte[]>> as(WindowBytesStoreSupplier supplier) {
        return madeBy(supplier);
    }

    /**
     * The session store this supplier makes.
     *
     * @throws NullPointerException if the supplier is null
     */
    public static <K, V> Materialized<K, V, SessionStore<Bytes, byte[]>> as(SessionBytesStoreSupplier supplier) {
        return madeBy(supplier);
    }

    /**
     * The key-value store this supplier makes.
     *
     * @throws NullPointerException if the supplier is null
     */
    public static <K, V> Materialized<K, V, KeyValueStore<Bytes, byte[]>> as(KeyValueBytesStoreSupplier supplier) {
        return madeBy(supplier);
    }

    private static <K, V, S extends StateStore> Materialized<K, V, S> madeBy(StoreSupplier<S> supplier) {
        Materialized<K, V, S> materialized = new Materialized<>();
        materialized.storeSupplier = Objects.requireNonNull(supplier, "supplier cannot be null");
        return materialized;
    }

    /** A store with these serdes and a generated name. */
    public static <K, V, S extends StateStore> Materialized<K, V, S> with(Serde<K> keySerde, Serde<V> valueSerde) {
        return new Materialized<K, V, S>().withKeySerde(keySerde).withValueSerde(valueSerde);
    }

    /** Sets how values are written. */
    public Materialized<K, V, S> withValueSerde(Serde<V> valueSerde) {
        this.valueSerde = valueSerde;
        return this;
    }

    /** Sets how keys are written. */
    public Materialized<K, V, S> withKeySerde(Serde<K> keySerde) {
        this.keySerde = keySerde;
        return this;
    }

    /** Gives the store a changelog that is configured like this. */
    public Materialized<K, V, S> withLoggingEnabled(Map<String, String> config) {
        this.loggingEnabled = true;
        this.topicConfig = config;
        return this;
    }

    /** Takes the changelog away: what the store holds is lost with the instance. */
    public Materialized<K, V, S> withLoggingDisabled() {
        this.loggingEnabled = false;
        this.topicConfig = new HashMap<>();
        return this;
    }

    /** Holds updates back in a cache, so that several of one key become one. */
    public Materialized<K, V, S> withCachingEnabled() {
        this.cachingEnabled = true;
        return this;
    }

    /** Sends every update on at once. */
    public Materialized<K, V, S> withCachingDisabled() {
        this.cachingEnabled = false;
        return this;
    }

    /**
     * Sets how long windows are kept. Only for window and session stores without a supplier, and at least as long as a
     * window and its grace period; that is checked when the topology is built.
     *
     * @throws IllegalArgumentException if the retention is null, negative or does not fit into milliseconds
     */
    public Materialized<K, V, S> withRetention(Duration retention) throws IllegalArgumentException {
        if (Milliseconds.of(retention, "retention") < 0) {
            throw new IllegalArgumentException("retention must not be negative, but is " + retention);
        }
        this.retention = retention;
        return this;
    }

    /**
     * Sets what makes the store.
     *
     * @throws IllegalArgumentException if a supplier is given already
     * @throws NullPointerException if the suppliers are null
     */
    public Materialized<K, V, S> withStoreType(DslStoreSuppliers storeSuppliers) throws IllegalArgumentException {
        requireStoreType(storeSuppliers);
        if (storeSupplier != null) {
            throw new IllegalArgumentException(
                    "Cannot set a store type: the store " + storeSupplier.name() + " comes from its own supplier");
        }
        this.dslStoreSuppliers = storeSuppliers;
        return this;
    }

    private static DslStoreSuppliers requireStoreType(DslStoreSuppliers storeSuppliers) {
        return Objects.requireNonNull(storeSuppliers, "store type cannot be null");
    }

    /** The kinds of stores that come with the library. */
    public enum StoreType implements DslStoreSuppliers {
        /** Stores on disk, in RocksDB. */
        ROCKS_DB(BuiltInDslStoreSuppliers.ROCKS_DB),
        /** Stores in memory. */
        IN_MEMORY(BuiltInDslStoreSuppliers.IN_MEMORY);

        @SuppressWarnings("ImmutableEnumChecker") // the built-in suppliers have no state
        private final DslStoreSuppliers suppliers;

        StoreType(DslStoreSuppliers suppliers) {
            this.suppliers = suppliers;
        }

        @Override
        public void configure(Map<String, ?> configs) {
            suppliers.configure(configs);
        }

        @Override
        public KeyValueBytesStoreSupplier keyValueStore(DslKeyValueParams params) {
            return suppliers.keyValueStore(params);
        }

        @Override
        public WindowBytesStoreSupplier windowStore(DslWindowParams params) {
            return suppliers.windowStore(params);
        }

        @Override
        public SessionBytesStoreSupplier sessionStore(DslSessionParams params) {
            return suppliers.sessionStore(params);
        }
    }
}
