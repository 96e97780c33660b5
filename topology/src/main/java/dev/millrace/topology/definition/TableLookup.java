package dev.millrace.topology.definition;

import dev.millrace.streams.kstream.Predicate;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.streams.kstream.ValueMapperWithKey;
import dev.millrace.streams.kstream.ValueTransformerWithKeySupplier;
import java.util.ArrayList;
import java.util.List;

/**
 * How the current value of a table is found by key: in a store, or computed from other tables' current values where the table
 * itself is not materialized.
 */
public sealed interface TableLookup {

    /** The stores that this lookup reads, by name: who looks up is connected to them. */
    List<String> storeNames();

    /** The table is kept in a store of its own. */
    record InStore(String storeName) implements TableLookup {
        @Override
        public List<String> storeNames() {
            return List.of(storeName);
        }
    }

    /** The table has windows for keys, and is kept in a window store of its own. */
    record InWindowStore(String storeName) implements TableLookup {
        @Override
        public List<String> storeNames() {
            return List.of(storeName);
        }
    }

    /** The table has sessions for keys, and is kept in a session store of its own. */
    record InSessionStore(String storeName) implements TableLookup {
        @Override
        public List<String> storeNames() {
            return List.of(storeName);
        }
    }

    /** The table is {@code upstream} without the rows that fail the predicate (or, negated, without those that pass). */
    record Filtered(TableLookup upstream, Predicate<Object, Object> predicate, boolean negated) implements TableLookup {
        @Override
        public List<String> storeNames() {
            return upstream.storeNames();
        }
    }

    /** The table is {@code upstream} with every value mapped. */
    record Mapped(TableLookup upstream, ValueMapperWithKey<Object, Object, Object> mapper) implements TableLookup {
        @Override
        public List<String> storeNames() {
            return upstream.storeNames();
        }
    }

    /** The table is {@code upstream} with every value, null for a row that is not there, transformed. */
    record Transformed(TableLookup upstream, ValueTransformerWithKeySupplier<Object, Object, Object> supplier)
            implements TableLookup {
        @Override
        public List<String> storeNames() {
            return upstream.storeNames();
        }
    }

    /**
     * The table is {@code upstream} as it was before the updates that a suppression holds back.
     *
     * @param bufferName the store of what is held back
     */
    record Suppressed(TableLookup upstream, String bufferName) implements TableLookup {
        @Override
        public List<String> storeNames() {
            List<String> names = new ArrayList<>(upstream.storeNames());
            names.add(bufferName);
            return names;
        }
    }

    /** The table is the join of two tables by key. */
    record Joined(TableLookup left, TableLookup right, ValueJoiner<Object, Object, Object> joiner, JoinKind kind)
            implements TableLookup {
        @Override
        public List<String> storeNames() {
            List<String> both = new ArrayList<>(left.storeNames());
            both.addAll(right.storeNames());
            return both;
        }
    }
}
