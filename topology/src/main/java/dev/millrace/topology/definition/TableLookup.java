package dev.millrace.topology.definition;

import dev.millrace.streams.kstream.Predicate;
import dev.millrace.streams.kstream.ValueMapperWithKey;
import java.util.ArrayList;
import java.util.List;

/**
 * How the current value of a table is found by key: in a store, or computed from another table's current value where the
 * table itself is not materialized.
 */
public sealed interface TableLookup {

    /** The table is kept in a store of its own. */
    record InStore(String storeName) implements TableLookup {}

    /** The table is {@code upstream} without the rows that fail the predicate (or, negated, without those that pass). */
    record Filtered(TableLookup upstream, Predicate<Object, Object> predicate, boolean negated)
            implements TableLookup {}

    /** The table is {@code upstream} with every value mapped. */
    record Mapped(TableLookup upstream, ValueMapperWithKey<Object, Object, Object> mapper) implements TableLookup {}

    /**
     * The table is {@code upstream} as it was before the updates that a suppression holds back.
     *
     * @param bufferName the store of what is held back
     */
    record Suppressed(TableLookup upstream, String bufferName) implements TableLookup {}

    /** The stores that this lookup reads: who looks up is connected to them. */
    default List<String> storeNames() {
        if (this instanceof InStore inStore) {
            return List.of(inStore.storeName());
        }
        if (this instanceof Suppressed suppressed) {
            List<String> names = new ArrayList<>(suppressed.upstream().storeNames());
            names.add(suppressed.bufferName());
            return names;
        }
        return this instanceof Filtered filtered
                ? filtered.upstream().storeNames()
                : ((Mapped) this).upstream().storeNames();
    }
}
