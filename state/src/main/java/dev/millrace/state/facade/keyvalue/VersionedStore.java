package dev.millrace.state.facade.keyvalue;

import dev.millrace.state.facade.StoreFacade;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.versioned.SuppliedVersions;
import dev.millrace.state.versioned.VersionSlot;
import dev.millrace.state.versioned.VersionedContent;
import dev.millrace.state.versioned.VersionedValues;
import dev.millrace.streams.state.VersionedBytesStore;
import dev.millrace.streams.state.VersionedKeyValueStore;
import dev.millrace.streams.state.VersionedRecord;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A versioned key-value store as user code sees it. */
public final class VersionedStore<K, V> extends StoreFacade<VersionedContent> implements VersionedKeyValueStore<K, V> {
    private static final String NO_KEY = "key cannot be null";
    private final long retentionMs;
    private final @Nullable VersionedBytesStore supplied;

    /** @param supplied the user's own store that keeps the versions; null if the task's database does */
    public VersionedStore(StoreSpec spec, long retentionMs, @Nullable VersionedBytesStore supplied) {
        super(spec, supplied);
        this.retentionMs = retentionMs;
        this.supplied = supplied;
    }

    @Override
    protected VersionedContent openOn(StoreHost opening) {
        return supplied == null
                ? new VersionedValues(spec(), retentionMs, opening)
                : new SuppliedVersions(supplied, spec(), opening);
    }

    @Override
    public long put(K key, @Nullable V value, long timestamp) {
        return store().putVersion(Objects.requireNonNull(key, NO_KEY), value, timestamp);
    }

    @Override
    public @Nullable VersionedRecord<V> delete(K key, long timestamp) {
        return shown(store().deleteVersion(Objects.requireNonNull(key, NO_KEY), timestamp));
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
