package dev.millrace.topology.dsl.option;

import dev.millrace.streams.kstream.TableJoined;
import dev.millrace.streams.processor.StreamPartitioner;
import org.jspecify.annotations.Nullable;

/** What a {@link TableJoined} says. */
public final class TableJoinedOptions<K, F> extends TableJoined<K, F> {

    private TableJoinedOptions(TableJoined<K, F> joined) {
        super(joined);
    }

    /** The options, those of a {@code TableJoined} that says nothing if there is none. */
    public static <K, F> TableJoinedOptions<K, F> of(@Nullable TableJoined<K, F> joined) {
        return new TableJoinedOptions<>(joined == null ? TableJoined.with(null, null) : joined);
    }

    /** How the left table is partitioned; null for the default. */
    public @Nullable StreamPartitioner<K, Void> own() {
        return partitioner;
    }

    /** How the foreign table is partitioned; null for the default. */
    public @Nullable StreamPartitioner<F, Void> foreign() {
        return otherPartitioner;
    }

    public @Nullable String name() {
        return name;
    }
}
