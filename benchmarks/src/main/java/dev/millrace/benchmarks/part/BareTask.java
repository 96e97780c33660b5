package dev.millrace.benchmarks.part;

import dev.millrace.benchmarks.input.Topics;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.memory.MemoryDatabase;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.state.task.StorePlacement;
import dev.millrace.state.task.TaskStores;
import dev.millrace.streams.processor.StateStoreContext;
import dev.millrace.streams.state.StoreBuilder;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The task that a store finds around itself: it knows the current record and its key bytes, and has nothing else. */
final class BareTask implements RecordOrigin {
    private static final long OVERLAY_BYTES = 256 << 20;
    private static final long CACHE_BYTES = 10 << 20;

    private @Nullable Object key;
    private byte @Nullable [] keyBytes;
    private long timestamp = -1;

    /** Opens a store of this task, with a changelog, on databases in memory; its builder must have serdes. */
    TaskStores open(StoreBuilder<?> builder) {
        TopicPartition changelog = new TopicPartition("parts-" + builder.name() + "-changelog", 0);
        TaskStores stores = stores(List.of(StorePlacement.logged(builder, changelog)), this);
        stores.open(Unused.of(StateStoreContext.class));
        return stores;
    }

    static TaskStores stores(List<StorePlacement> placements, RecordOrigin origin) {
        MemoryBudget budget = new MemoryBudget(OVERLAY_BYTES, CACHE_BYTES);
        return new TaskStores(placements, new MemoryDatabase(), new MemoryDatabase(), origin, budget);
    }

    /** From now on a record with this key is being worked on. */
    void turnTo(Object recordKey, byte[] bytes, long recordTimestamp) {
        key = recordKey;
        keyBytes = bytes;
        timestamp = recordTimestamp;
    }

    /** From now on a record of a batch is being worked on; returns its key. */
    String turnTo(Batch batch, int index) {
        String recordKey = batch.decodedKey(index);
        turnTo(recordKey, batch.key(index), batch.timestamp(index));
        return recordKey;
    }

    @Override
    public byte @Nullable [] sourceKeyBytes(Object asked) {
        return asked == key ? keyBytes : null;
    }

    @Override
    public byte @Nullable [] sourceValueBytes(Object value) {
        return null;
    }

    @Override
    public String topic() {
        return Topics.INPUT;
    }

    @Override
    public int partition() {
        return 0;
    }

    @Override
    public long offset() {
        return 0;
    }

    @Override
    public long timestamp() {
        return timestamp;
    }

    @Override
    public Headers headers() {
        return Batch.NO_HEADERS;
    }

    @Override
    public @Nullable OriginSnapshot actFor(@Nullable OriginSnapshot earlier) {
        throw new UnsupportedOperationException("The stores of benchmarks emit nothing later");
    }
}
