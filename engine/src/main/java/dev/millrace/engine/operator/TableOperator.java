package dev.millrace.engine.operator;

import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.Slot;
import dev.millrace.state.VersionedState;
import dev.millrace.topology.definition.TableStep;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An operator whose result is a table: kept in a store if the step has one, and sent on as updates.
 *
 * <p>Where the store caches, this operator only writes; the store emits later, de-duplicated, and says then which value the
 * update replaces. Otherwise every write is sent on at once, with the old value if a child needs it.
 */
public abstract class TableOperator extends Operator {
    private final TableStep step;
    private @Nullable KeyValueState store;
    private @Nullable VersionedState versions;
    private boolean emitsLater;

    protected TableOperator(String name, OperatorContext context, TableStep step) {
        super(name, context);
        this.step = step;
    }

    @Override
    public void open() {
        String storeName = step.storeName();
        if (storeName == null) {
            return;
        }
        KeyValueState kept = context().keyValues(storeName);
        emitsLater = kept.caching();
        if (emitsLater) {
            kept.onEmission(downstream()::update, step.sendsOldValues());
        }
        store = kept;
        versions = kept instanceof VersionedState versioned ? versioned : null;
    }

    @Override
    public void expect(SourceBatch batch) {
        if (store != null) {
            store.expect(batch.size(), batch::key);
        }
        if (!emitsLater) {
            downstream().expect(batch);
        }
    }

    /** The store that keeps the result, null if none does. */
    protected final @Nullable KeyValueState store() {
        return store;
    }

    /** The store that keeps the result, of an operator that cannot do without. */
    protected final KeyValueState requiredStore() {
        if (store == null) {
            throw new IllegalStateException("Node " + name() + " needs a store, and its definition names none");
        }
        return store;
    }

    /** Whether a child needs the value that an update replaces. */
    protected final boolean sendsOldValues() {
        return step.sendsOldValues();
    }

    /** Sends an update on, of a result that is not kept. */
    protected final void send(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        downstream().update(key, newValue, sendsOldValues() ? oldValue : null, timestamp, headers);
    }

    /** Keeps a row, whatever it was before, and sends the update on. */
    protected final void replace(
            KeyValueState kept, Object key, @Nullable Object newValue, long timestamp, Headers headers) {
        if (sendsOldValues() || versions != null) {
            Slot slot = kept.slot(key);
            write(kept, slot, key, newValue, slot.value(), timestamp, headers);
            return;
        }
        kept.put(key, newValue, timestamp);
        if (!emitsLater) {
            downstream().update(key, newValue, null, timestamp, headers);
        }
    }

    /** Keeps a row of which it is known what it replaces, and sends the update on. */
    protected final void keep(
            KeyValueState kept,
            Object key,
            @Nullable Object newValue,
            @Nullable Object oldValue,
            long timestamp,
            Headers headers) {
        if (versions != null) {
            putVersion(versions, key, newValue, oldValue, timestamp, headers);
            return;
        }
        kept.put(key, newValue, timestamp);
        if (!emitsLater) {
            send(key, newValue, oldValue, timestamp, headers);
        }
    }

    /** Keeps a row where it was just looked up, and sends the update on. */
    protected final void write(
            KeyValueState kept,
            Slot slot,
            Object key,
            @Nullable Object newValue,
            @Nullable Object oldValue,
            long timestamp,
            Headers headers) {
        if (versions != null) {
            putVersion(versions, key, newValue, oldValue, timestamp, headers);
            return;
        }
        kept.write(slot, key, newValue, timestamp);
        if (!emitsLater) {
            send(key, newValue, oldValue, timestamp, headers);
        }
    }

    /** A version that the store does not take in, because it is too old, is not sent on either. */
    private void putVersion(
            VersionedState kept,
            Object key,
            @Nullable Object newValue,
            @Nullable Object oldValue,
            long timestamp,
            Headers headers) {
        long validToMs = kept.putVersion(key, newValue, timestamp);
        if (validToMs == VersionedState.TOO_OLD) {
            context().dropped(this, "it is older than the history that is kept");
            return;
        }
        boolean before = context().ofThePast(validToMs != VersionedState.LATEST);
        try {
            send(key, newValue, oldValue, timestamp, headers);
        } finally {
            context().ofThePast(before);
        }
    }

    /**
     * Keeps an aggregate where it was just looked up, and sends the update on.
     *
     * @param recordTimestamp event time of the record that changed it: a deletion has this time in the changelog
     * @param resultTimestamp the highest event time that went into the aggregate
     */
    protected final void settle(
            KeyValueState kept,
            Slot slot,
            Object key,
            @Nullable Object newValue,
            @Nullable Object oldValue,
            long recordTimestamp,
            long resultTimestamp,
            Headers headers) {
        if (versions != null) {
            putVersion(versions, key, newValue, oldValue, resultTimestamp, headers);
            return;
        }
        kept.write(slot, key, newValue, newValue == null ? recordTimestamp : resultTimestamp);
        if (!emitsLater) {
            send(key, newValue, oldValue, resultTimestamp, headers);
        }
    }
}
