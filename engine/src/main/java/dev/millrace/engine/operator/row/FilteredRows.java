package dev.millrace.engine.operator.row;

import dev.millrace.streams.kstream.Predicate;
import org.jspecify.annotations.Nullable;

/** The rows of another table that pass a predicate. */
final class FilteredRows extends DerivedRows {
    private final Predicate<Object, Object> predicate;
    private final boolean wanted;

    FilteredRows(TableRows upstream, Predicate<Object, Object> predicate, boolean wanted) {
        super(upstream);
        this.predicate = predicate;
        this.wanted = wanted;
    }

    @Override
    @Nullable
    Object derived(Object key, @Nullable Object value) {
        return value != null && predicate.test(key, value) == wanted ? value : null;
    }
}
