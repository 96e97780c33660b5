package dev.millrace.state;

import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A key-value store as an operator sees it: typed, with the event time of each value. */
public interface KeyValueState {

    /** The place of {@code key}, loaded from the database if the overlay does not have it. */
    Slot slot(Object key);

    /**
     * Writes a value at a slot that this state just gave for {@code key}; null deletes.
     *
     * @param timestamp event time in milliseconds, of the value or, for a deletion, of the record that deletes
     */
    void write(Slot slot, Object key, @Nullable Object value, long timestamp);

    /** Writes a value without having asked for the one it replaces, which may save a look-up in the database. */
    default void put(Object key, @Nullable Object value, long timestamp) {
        write(slot(key), key, value, timestamp);
    }

    /** The rows whose serialized keys begin with {@code prefix}. */
    RowCursor scanPrefix(byte[] prefix);

    /**
     * Says which keys will be looked up next, so that the entries which are in memory can be fetched near, several at a time.
     *
     * @param keys their serialized forms by number, null for none
     */
    default void expect(int count, IntFunction<byte @Nullable []> keys) {}

    /** Whether updates reach the {@link EmissionListener} later instead of being forwarded by the writer at once. */
    boolean caching();

    /** Sets who takes the updates of a caching store; {@code oldValues} says whether it wants to know what was replaced. */
    void onEmission(EmissionListener listener, boolean oldValues);
}
