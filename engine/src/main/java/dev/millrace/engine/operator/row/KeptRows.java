package dev.millrace.engine.operator.row;

import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.Slot;
import dev.millrace.state.VersionedState;
import org.jspecify.annotations.Nullable;

/** Rows that are kept in a store. */
final class KeptRows extends TableRows {
    private final KeyValueState store;
    private final @Nullable VersionedState versions;
    private long timestamp;

    KeptRows(KeyValueState store) {
        this.store = store;
        this.versions = store instanceof VersionedState versioned ? versioned : null;
    }

    @Override
    public @Nullable Object value(Object key) {
        Slot slot = store.slot(key);
        timestamp = slot.timestamp();
        return slot.value();
    }

    @Override
    public @Nullable Object valueAsOf(Object key, long timeMs) {
        if (versions == null) {
            return value(key);
        }
        Slot slot = versions.slotAsOf(key, timeMs);
        timestamp = slot.timestamp();
        return slot.value();
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public void expect(SourceBatch batch) {
        store.expect(batch.size(), batch::key);
    }
}
