package dev.millrace.topology.definition;

import dev.millrace.streams.kstream.Predicate;
import dev.millrace.streams.kstream.ValueMapperWithKey;

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

    /** The store this lookup ends in. */
    default String storeName() {
        if (this instanceof InStore inStore) {
            return inStore.storeName();
        }
        return this instanceof Filtered filtered
                ? filtered.upstream().storeName()
                : ((Mapped) this).upstream().storeName();
    }
}
