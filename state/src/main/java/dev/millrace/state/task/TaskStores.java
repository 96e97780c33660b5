package dev.millrace.state.task;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.StateDatabase;
import dev.millrace.state.TaskState;
import dev.millrace.state.WindowState;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The stores of one task, on overlays over its two databases: one that survives the process and one that does not. */
public final class TaskStores implements TaskState {

    /**
     * Does not open anything yet. The databases are closed with this object.
     *
     * @param persistent where persistent stores live
     * @param inMemory where in-memory stores live
     * @param origin the task's current record
     * @param budget the memory of all overlays of the process
     */
    public TaskStores(
            List<StorePlacement> placements,
            StateDatabase persistent,
            StateDatabase inMemory,
            RecordOrigin origin,
            MemoryBudget budget) {}

    @Override
    public void open(StateStoreContext context) {
        throw new UnsupportedOperationException("TaskStores.open");
    }

    @Override
    public @Nullable StateStore store(String name) {
        throw new UnsupportedOperationException("TaskStores.store");
    }

    @Override
    public KeyValueState keyValues(String name) {
        throw new UnsupportedOperationException("TaskStores.keyValues");
    }

    @Override
    public WindowState windows(String name) {
        throw new UnsupportedOperationException("TaskStores.windows");
    }

    @Override
    public Map<TopicPartition, @Nullable Long> restorePositions() {
        throw new UnsupportedOperationException("TaskStores.restorePositions");
    }

    @Override
    public Map<String, TopicPartition> changelogs() {
        throw new UnsupportedOperationException("TaskStores.changelogs");
    }

    @Override
    public void restore(TopicPartition changelog, byte[] key, byte @Nullable [] value, long timestampMs) {
        throw new UnsupportedOperationException("TaskStores.restore");
    }

    @Override
    public void commitRestored(TopicPartition changelog, long nextOffset) {
        throw new UnsupportedOperationException("TaskStores.commitRestored");
    }

    @Override
    public void emitCached() {
        throw new UnsupportedOperationException("TaskStores.emitCached");
    }

    @Override
    public void writeChangelogs(ChangelogSink sink) {
        throw new UnsupportedOperationException("TaskStores.writeChangelogs");
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        throw new UnsupportedOperationException("TaskStores.commit");
    }

    @Override
    public long bytes() {
        throw new UnsupportedOperationException("TaskStores.bytes");
    }

    @Override
    public boolean commitWanted() {
        throw new UnsupportedOperationException("TaskStores.commitWanted");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("TaskStores.close");
    }

    @Override
    public Set<String> storeNames() {
        throw new UnsupportedOperationException("TaskStores.storeNames");
    }
}
