package dev.millrace.topology.dsl.table;

import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.definition.JoinKind;
import dev.millrace.topology.definition.TableLookup;
import dev.millrace.topology.definition.TableStep;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a table while its program is written: whether it is kept in a store, and whether it must send old values.
 *
 * <p>Stores cost, so a table has one only if the user asked for it, if the table cannot be without (an aggregation), or if
 * a later step needs to look up rows or to see what an update replaces. A filtered, mapped or joined table passes such a need
 * on to the tables it comes from, and a table read from a topic meets it with a store.
 */
public final class TableState {
    private final @Nullable TableStore store;
    private final List<TableState> upstream;
    private final Function<List<TableLookup>, TableLookup> derivation;
    private boolean stored;
    private boolean sendsOldValues;

    private TableState(
            @Nullable TableStore store,
            List<TableState> upstream,
            Function<List<TableLookup>, TableLookup> derivation,
            boolean stored) {
        this.store = store;
        this.upstream = upstream;
        this.derivation = derivation;
        this.stored = stored;
    }

    /** A table that is kept in a store. */
    public static TableState stored(TableStore store) {
        return inStore(store, true);
    }

    /** A table read from a topic, kept in a store once somebody needs it. */
    public static TableState storedOnDemand(TableStore store) {
        return inStore(store, false);
    }

    private static TableState inStore(TableStore store, boolean stored) {
        return new TableState(store, List.of(), none -> store.lookup(), stored);
    }

    /** A table without a store: its rows are computed from those of another one. */
    public static TableState derived(TableState upstream, UnaryOperator<TableLookup> derivation) {
        return new TableState(null, List.of(upstream), found -> derivation.apply(found.get(0)), false);
    }

    /**
     * The join of two tables by key. Each side looks up rows of the other. A side whose missing rows do not prevent a result
     * must know what its updates replace: if that is nothing too, there is no result.
     *
     * @param store where the result is kept, null if it is not
     */
    public static TableState joined(
            TableState left,
            TableState right,
            JoinKind kind,
            BinaryOperator<TableLookup> derivation,
            @Nullable TableStore store) {
        if (!kind.needsRight()) {
            left.sendOldValues();
        }
        if (!kind.needsLeft()) {
            right.sendOldValues();
        }
        return new TableState(
                store, List.of(left, right), found -> derivation.apply(found.get(0), found.get(1)), store != null);
    }

    /** A step needs the values that updates replace. */
    public void sendOldValues() {
        sendsOldValues = true;
        if (upstream.isEmpty()) {
            stored = true;
        } else {
            upstream.forEach(TableState::sendOldValues);
        }
    }

    /** Whether old values can be had without keeping more rows than so far. */
    public boolean knowsOldValues() {
        return stored || (!upstream.isEmpty() && upstream.stream().allMatch(TableState::knowsOldValues));
    }

    /** How long the table keeps the history of its rows; empty if it has no versions. */
    public OptionalLong historyRetentionMs() {
        if (store != null) {
            return store.historyRetentionMs();
        }
        return upstream.size() == 1 ? upstream.get(0).historyRetentionMs() : OptionalLong.empty();
    }

    /** Whether the table has versions. */
    public boolean versioned() {
        return historyRetentionMs().isPresent();
    }

    /** A step needs to look up rows: how it finds them. */
    public TableLookup lookup() {
        if (store != null) {
            stored = true;
            return store.lookup();
        }
        return derivation.apply(upstream.stream().map(TableState::lookup).toList());
    }

    /** What the table's operator is told. Final only when the program is built. */
    public TableStep step() {
        return new TableStep(stored ? required().name() : null, sendsOldValues);
    }

    /** The store to add, if there is one. */
    public Collection<StoreBuilder<?>> stores() {
        return stored ? List.of(required().builder()) : List.of();
    }

    /** The name of the store, if there is one. */
    public List<String> storeNames() {
        return stored ? List.of(required().name()) : List.of();
    }

    private TableStore required() {
        if (store == null) {
            throw new IllegalStateException("A derived table has no store of its own");
        }
        return store;
    }
}
