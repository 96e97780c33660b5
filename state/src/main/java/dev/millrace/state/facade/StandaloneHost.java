package dev.millrace.state.facade;

import dev.millrace.state.OriginSnapshot;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreQueries;
import dev.millrace.state.kind.TaskStore;
import dev.millrace.state.memory.MemoryDatabase;
import dev.millrace.state.overlay.MemoryAccount;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import dev.millrace.streams.processor.api.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * Hosts one store that no task of ours opened, as unit tests of processors do: it lives in its overlay and is gone when it
 * is closed.
 */
final class StandaloneHost implements StoreHost, RecordOrigin {
    private final StateStoreContext context;
    private final StateStore root;
    private final MemoryAccount memory = new MemoryBudget(Long.MAX_VALUE, 0).open();
    private final MemoryDatabase database = new MemoryDatabase();
    private final Headers noHeaders = new RecordHeaders();

    StandaloneHost(StateStoreContext context, StateStore root) {
        this.context = context;
        this.root = root;
    }

    @Override
    public OrderedBytes database(String storeName, boolean persistent) {
        return database.store(storeName);
    }

    @Override
    public String changelogTopic(String storeName) {
        return context.applicationId() + "-" + storeName + "-changelog";
    }

    @Override
    public RecordOrigin origin() {
        return this;
    }

    @Override
    public MemoryAccount memory() {
        return memory;
    }

    @Override
    public Serde<?> defaultKeySerde() {
        return context.keySerde();
    }

    @Override
    public Serde<?> defaultValueSerde() {
        return context.valueSerde();
    }

    @Override
    public void opened(TaskStore store) {
        context.register(root, (key, value) -> {
            try (var batch = database.begin()) {
                store.restore(batch, key, value, -1, noHeaders);
                store.stageRestored(batch);
                batch.commit();
            }
            store.restored();
        });
    }

    @Override
    public StateStoreContext contextOfSupplied() {
        return context;
    }

    @Override
    public StoreQueries queries() {
        return NoQueries.INSTANCE;
    }

    @Override
    public boolean closing() {
        return true;
    }

    private @Nullable RecordMetadata record() {
        return context.recordMetadata().orElse(null);
    }

    @Override
    public @Nullable String topic() {
        RecordMetadata record = record();
        return record == null ? null : record.topic();
    }

    @Override
    public int partition() {
        RecordMetadata record = record();
        return record == null ? -1 : record.partition();
    }

    @Override
    public long offset() {
        RecordMetadata record = record();
        return record == null ? -1 : record.offset();
    }

    @Override
    public long timestamp() {
        return 0;
    }

    @Override
    public Headers headers() {
        return noHeaders;
    }

    @Override
    public byte @Nullable [] sourceKeyBytes(Object key) {
        return null;
    }

    @Override
    public byte @Nullable [] sourceValueBytes(Object value) {
        return null;
    }

    @Override
    public @Nullable OriginSnapshot actFor(@Nullable OriginSnapshot earlier) {
        return null;
    }
}
