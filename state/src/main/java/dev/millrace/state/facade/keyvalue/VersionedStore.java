package dev.millrace.state.facade.keyvalue;

import dev.millrace.state.facade.StoreFacade;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.versioned.VersionSlot;
import dev.millrace.state.versioned.VersionedValues;
import dev.millrace.streams.state.VersionedKeyValueStore;
import dev.millrace.streams.state.VersionedRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A versioned key-value store as user code sees it. */
public final class VersionedStore<K, V> extends StoreFacade<VersionedValues> implements VersionedKeyValueStore<K, V> {
    private static final String NO_KEY = "key cannot be null";
    private final long retentionMs;

    public VersionedStore(StoreSpec spec, long retentionMs) {
        super(spec, null);
        this.retentionMs = retentionMs;
    }

    @Override
    protected VersionedValues openOn(StoreHost opening) {
        return new VersionedValues(spec(), retentionMs, opening);
    }

    @Override
    public long put(K key, @Nullable V value, long timestamp) {
        return store().putVersion(Objects.requireNonNull(key, NO_KEY), value, timestamp);
    }

    @Override
    public @Nullable VersionedRecord<V> delete(K key, long timestamp) {
        VersionedRecord<V> present = get(key, timestamp);
        return put(key, null, timestamp) == PUT_RETURN_CODE_NOT_PUT ? null : present;
    }

    @Override
    public @Nullable VersionedRecord<V> get(K key) {
        return shown(store().slot(Objects.requireNonNull(key, NO_KEY)));
    }

    @Override
    public @Nullable VersionedRecord<V> get(K key, long asOfTimestamp) {
        return shown(store().slotAsOf(Objects.requireNonNull(key, NO_KEY), asOfTimestamp));
    }

    /** Until when a version held is not said, as in the reference. */
    @SuppressWarnings("unchecked")
    private @Nullable VersionedRecord<V> shown(VersionSlot version) {
        V value = (V) version.value();
        return value == null ? null : new VersionedRecord<>(value, version.timestamp());
    }
}
