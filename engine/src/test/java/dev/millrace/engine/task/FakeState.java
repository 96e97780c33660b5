package dev.millrace.engine.task;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.JoinSideState;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.RecordBufferState;
import dev.millrace.state.SessionState;
import dev.millrace.state.SuppressState;
import dev.millrace.state.TaskState;
import dev.millrace.state.UnmatchedState;
import dev.millrace.state.WindowState;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The stores of a task, reduced to a list of what was asked of them and one changelog with pending records. */
final class FakeState implements TaskState {
    static final TopicPartition CHANGELOG = new TopicPartition("app-store-changelog", 0);

    final List<String> calls = new ArrayList<>();
    final List<String> pendingKeys = new ArrayList<>();
    Map<TopicPartition, Long> committed = new HashMap<>();
    private final Lock lock = new ReentrantLock();
    boolean commitWanted;
    Runnable whenEmitting = () -> {};

    @Override
    public Lock lock() {
        return lock;
    }

    @Override
    public void open(StateStoreContext context) {
        calls.add("open " + context.taskId());
    }

    @Override
    public @Nullable StateStore store(String name) {
        return null;
    }

    @Override
    public KeyValueState keyValues(String name) {
        throw new IllegalArgumentException(name);
    }

    @Override
    public SessionState sessions(String name) {
        throw new UnsupportedOperationException("The fake state has no session stores");
    }

    @Override
    public JoinSideState joinSide(String name) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public UnmatchedState unmatched(String name) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public SuppressState suppression(String name) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public RecordBufferState recordBuffer(String name) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public WindowState windows(String name) {
        throw new IllegalArgumentException(name);
    }

    @Override
    public Map<TopicPartition, @Nullable Long> restorePositions() {
        return Map.of(CHANGELOG, 3L);
    }

    @Override
    public Map<String, TopicPartition> changelogs() {
        return Map.of("store", CHANGELOG);
    }

    @Override
    public void restore(
            TopicPartition changelog, byte[] key, byte @Nullable [] value, long timestampMs, Headers headers) {
        calls.add("restore " + new String(key, StandardCharsets.UTF_8));
    }

    @Override
    public void commitRestored(TopicPartition changelog, long nextOffset) {
        calls.add("restored to " + nextOffset);
    }

    @Override
    public void restored(TopicPartition changelog) {
        calls.add("restored");
    }

    @Override
    public void emitCached() {
        calls.add("emit");
        whenEmitting.run();
    }

    @Override
    public void prepareCommit(ChangelogSink sink, boolean write) {
        calls.add(write ? "write" : "log");
        pendingKeys.forEach(key -> sink.append(CHANGELOG, key.getBytes(StandardCharsets.UTF_8), null, 5, null));
        pendingKeys.clear();
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        calls.add("commit");
        committed = new HashMap<>(changelogOffsets);
    }

    @Override
    public long bytes() {
        return 0;
    }

    @Override
    public boolean commitWanted() {
        return commitWanted;
    }

    @Override
    public void close() {
        calls.add("close");
    }

    @Override
    public Set<String> storeNames() {
        return Set.of("store");
    }
}
