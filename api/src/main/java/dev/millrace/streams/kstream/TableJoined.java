package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.StreamPartitioner;

public class TableJoined<K, KO> implements NamedOperation<TableJoined<K, KO>> {
    protected final StreamPartitioner<K, Void> partitioner;
    protected final StreamPartitioner<KO, Void> otherPartitioner;
    protected final String name;

    protected TableJoined(TableJoined<K, KO> tableJoined) {
        throw new UnsupportedOperationException("TableJoined");
    }

    public static <K, KO> TableJoined<K, KO> with(
            StreamPartitioner<K, Void> partitioner, StreamPartitioner<KO, Void> otherPartitioner) {
        throw new UnsupportedOperationException("TableJoined.with");
    }

    public static <K, KO> TableJoined<K, KO> as(String name) {
        throw new UnsupportedOperationException("TableJoined.as");
    }

    public TableJoined<K, KO> withPartitioner(StreamPartitioner<K, Void> partitioner) {
        throw new UnsupportedOperationException("TableJoined.withPartitioner");
    }

    public TableJoined<K, KO> withOtherPartitioner(StreamPartitioner<KO, Void> otherPartitioner) {
        throw new UnsupportedOperationException("TableJoined.withOtherPartitioner");
    }

    @Override
    public TableJoined<K, KO> withName(String name) {
        throw new UnsupportedOperationException("TableJoined.withName");
    }
}
