package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.StateStore;
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
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;

public class Materialized<K, V, S extends StateStore> {
    protected StoreSupplier<S> storeSupplier;
    protected String storeName;
    protected Serde<V> valueSerde;
    protected Serde<K> keySerde;
    protected boolean loggingEnabled;
    protected boolean cachingEnabled;
    protected Map<String, String> topicConfig;
    protected Duration retention;
    protected DslStoreSuppliers dslStoreSuppliers;

    protected Materialized(Materialized<K, V, S> materialized) {
        throw new UnsupportedOperationException("Materialized");
    }

    public static <K, V, S extends StateStore> Materialized<K, V, S> as(DslStoreSuppliers storeSuppliers) {
        throw new UnsupportedOperationException("Materialized.as");
    }

    public static <K, V, S extends StateStore> Materialized<K, V, S> as(String storeName) {
        throw new UnsupportedOperationException("Materialized.as");
    }

    public static <K, V> Materialized<K, V, WindowStore<Bytes, byte[]>> as(WindowBytesStoreSupplier supplier) {
        throw new UnsupportedOperationException("Materialized.as");
    }

    public static <K, V> Materialized<K, V, SessionStore<Bytes, byte[]>> as(SessionBytesStoreSupplier supplier) {
        throw new UnsupportedOperationException("Materialized.as");
    }

    public static <K, V> Materialized<K, V, KeyValueStore<Bytes, byte[]>> as(KeyValueBytesStoreSupplier supplier) {
        throw new UnsupportedOperationException("Materialized.as");
    }

    public static <K, V, S extends StateStore> Materialized<K, V, S> with(Serde<K> keySerde, Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Materialized.with");
    }

    public Materialized<K, V, S> withValueSerde(Serde<V> valueSerde) {
        throw new UnsupportedOperationException("Materialized.withValueSerde");
    }

    public Materialized<K, V, S> withKeySerde(Serde<K> keySerde) {
        throw new UnsupportedOperationException("Materialized.withKeySerde");
    }

    public Materialized<K, V, S> withLoggingEnabled(Map<String, String> config) {
        throw new UnsupportedOperationException("Materialized.withLoggingEnabled");
    }

    public Materialized<K, V, S> withLoggingDisabled() {
        throw new UnsupportedOperationException("Materialized.withLoggingDisabled");
    }

    public Materialized<K, V, S> withCachingEnabled() {
        throw new UnsupportedOperationException("Materialized.withCachingEnabled");
    }

    public Materialized<K, V, S> withCachingDisabled() {
        throw new UnsupportedOperationException("Materialized.withCachingDisabled");
    }

    public Materialized<K, V, S> withRetention(Duration retention) throws IllegalArgumentException {
        throw new UnsupportedOperationException("Materialized.withRetention");
    }

    public Materialized<K, V, S> withStoreType(DslStoreSuppliers storeSuppliers) throws IllegalArgumentException {
        throw new UnsupportedOperationException("Materialized.withStoreType");
    }

    public enum StoreType implements DslStoreSuppliers {
        ROCKS_DB,
        IN_MEMORY;

        @Override
        public void configure(Map<String, ?> configs) {
            throw new UnsupportedOperationException("StoreType.configure");
        }

        @Override
        public KeyValueBytesStoreSupplier keyValueStore(DslKeyValueParams params) {
            throw new UnsupportedOperationException("StoreType.keyValueStore");
        }

        @Override
        public WindowBytesStoreSupplier windowStore(DslWindowParams params) {
            throw new UnsupportedOperationException("StoreType.windowStore");
        }

        @Override
        public SessionBytesStoreSupplier sessionStore(DslSessionParams params) {
            throw new UnsupportedOperationException("StoreType.sessionStore");
        }
    }
}
