package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.StreamPartitioner;

/**
 * How a table is joined with another by a foreign key: the partitioners of both and the name of the join (KIP-775).
 *
 * <p>A partitioner is needed only for a table that is not partitioned by the default. Immutable: the {@code with}
 * methods return a new object.
 *
 * @param <K> the type of this table's keys
 * @param <KO> the type of the other table's keys
 */
public class TableJoined<K, KO> implements NamedOperation<TableJoined<K, KO>> {
    /** How this table is partitioned. */
    protected final StreamPartitioner<K, Void> partitioner;

    /** How the other table is partitioned. */
    protected final StreamPartitioner<KO, Void> otherPartitioner;

    /** The name, part of those of the internal topics. */
    protected final String name;

    private TableJoined(
            StreamPartitioner<K, Void> partitioner, StreamPartitioner<KO, Void> otherPartitioner, String name) {
        this.partitioner = partitioner;
        this.otherPartitioner = otherPartitioner;
        this.name = name;
    }

    /** Creates a copy. */
    protected TableJoined(TableJoined<K, KO> tableJoined) {
        this(tableJoined.partitioner, tableJoined.otherPartitioner, tableJoined.name);
    }

    /** The partitioners; null for the default. */
    public static <K, KO> TableJoined<K, KO> with(
            StreamPartitioner<K, Void> partitioner, StreamPartitioner<KO, Void> otherPartitioner) {
        return new TableJoined<>(partitioner, otherPartitioner, null);
    }

    /** The name. Checked when the topology is built. */
    public static <K, KO> TableJoined<K, KO> as(String name) {
        return new TableJoined<>(null, null, name);
    }

    /** The same with this partitioner of this table. */
    public TableJoined<K, KO> withPartitioner(StreamPartitioner<K, Void> partitioner) {
        return new TableJoined<>(partitioner, otherPartitioner, name);
    }

    /** The same with this partitioner of the other table. */
    public TableJoined<K, KO> withOtherPartitioner(StreamPartitioner<KO, Void> otherPartitioner) {
        return new TableJoined<>(partitioner, otherPartitioner, name);
    }

    /** The same with this name. */
    @Override
    public TableJoined<K, KO> withName(String name) {
        return new TableJoined<>(partitioner, otherPartitioner, name);
    }
}
