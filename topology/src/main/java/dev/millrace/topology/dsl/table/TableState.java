package dev.millrace.topology.dsl.table;

import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.definition.TableLookup;
import dev.millrace.topology.definition.TableLookup.InStore;
import dev.millrace.topology.definition.TableStep;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a table while its program is written: whether it is kept in a store, and whether it must send old values.
 *
 * <p>Stores cost, so a table has one only if the user asked for it, if the table cannot be without (an aggregation), or if
 * a later step needs to look up rows or to see what an update replaces. A filtered or mapped table passes such a need on to
 * the table it comes from, and a table read from a topic meets it with a store.
 */
public final class TableState {
    private final @Nullable TableStore store;
    private final @Nullable TableState upstream;
    private final UnaryOperator<TableLookup> derivation;
    private boolean stored;
    private boolean sendsOldValues;

    private TableState(
            @Nullable TableStore store,
            @Nullable TableState upstream,
            UnaryOperator<TableLookup> derivation,
            boolean stored) {
        this.store = store;
        this.upstream = upstream;
        this.derivation = derivation;
        this.stored = stored;
    }

    /** A table that is kept in a store. */
    public static TableState stored(TableStore store) {
        return new TableState(store, null, lookup -> lookup, true);
    }

    /** A table read from a topic, kept in a store once somebody needs it. */
    public static TableState storedOnDemand(TableStore store) {
        return new TableState(store, null, lookup -> lookup, false);
    }

    /** A table without a store: its rows are computed from those of another one. */
    public static TableState derived(TableState upstream, UnaryOperator<TableLookup> derivation) {
        return new TableState(null, upstream, derivation, false);
    }

    /** A step needs the values that updates replace. */
    public void sendOldValues() {
        sendsOldValues = true;
        if (!stored) {
            if (upstream == null) {
                stored = true;
            } else {
                upstream.sendOldValues();
            }
        }
    }

    /** Whether old values can be had without keeping more rows than so far. */
    public boolean knowsOldValues() {
        return stored || (upstream != null && upstream.knowsOldValues());
    }

    /** A step needs to look up rows: how it finds them. */
    public TableLookup lookup() {
        if (upstream != null) {
            return derivation.apply(upstream.lookup());
        }
        stored = true;
        return new InStore(required().name());
    }

    /** What the table's operator is told. Final only when the program is built. */
    public TableStep step() {
        return new TableStep(stored ? required().name() : null, sendsOldValues);
    }

    /** The store to add, if there is one. */
    public Collection<StoreBuilder<?>> stores() {
        return stored ? List.of(required().builder()) : List.of();
    }

    private TableStore required() {
        if (store == null) {
            throw new IllegalStateException("A derived table has no store of its own");
        }
        return store;
    }
}
