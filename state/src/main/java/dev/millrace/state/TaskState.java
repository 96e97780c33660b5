package dev.millrace.state;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Lock;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * All stores of one task as one unit: restored together, written to their changelogs together, committed in one atomic
 * batch together with the changelog offsets, or discarded together.
 *
 * <p>The order of a commit is: {@link #emitCached()}, {@link #prepareCommit}, (the engine waits for acknowledgement and
 * commits its input offsets), {@link #commit}. Whatever fails before the last step, the database still holds the previous
 * commit and its offsets, and {@link #close()} throws the overlay away.
 *
 * <p>Owned by the thread that runs the task; queries from other threads take the {@link #lock}.
 */
public interface TaskState extends AutoCloseable {

    /** Held while stores are touched: by the task for a batch at a time, and by queries. Reentrant. */
    Lock lock();

    /** Opens every store; custom stores are given {@code context}. Call once, before anything else. */
    void open(StateStoreContext context);

    /** A store as user code sees it, or null if the task has none of that name. */
    @Nullable
    StateStore store(String name);

    /** A store as an operator sees it; fails if it is not a key-value store of ours. */
    KeyValueState keyValues(String name);

    /** A store as an operator sees it; fails if it is not a window store of ours. */
    WindowState windows(String name);

    /** A store as an operator sees it; fails if it is not a session store of ours. */
    SessionState sessions(String name);

    /** The buffer of a suppression as its operator sees it; fails if the store is none. */
    SuppressState suppression(String name);

    /** A buffer of records as an operator sees it; fails if the store is none. */
    RecordBufferState recordBuffer(String name);

    /** A store as an operator sees it; fails if it cannot keep a side of a join. */
    JoinSideState joinSide(String name);

    /** A store as an operator sees it; fails if it is not one of what waits for a match. */
    UnmatchedState unmatched(String name);

    // ---- restore ----

    /** The changelogs to replay, each with the offset to start from: null for the beginning. */
    Map<TopicPartition, @Nullable Long> restorePositions();

    /** The changelog partition of each logged store, by store name. */
    Map<String, TopicPartition> changelogs();

    /** Applies one record of a changelog. Records come in offset order; they are kept by the next {@link #commitRestored}. */
    void restore(TopicPartition changelog, byte[] key, byte @Nullable [] value, long timestampMs, Headers headers);

    /** Makes what was restored so far durable together with the offset it reaches. */
    void commitRestored(TopicPartition changelog, long nextOffset);

    /** Of this changelog, everything was restored and committed. */
    void restored(TopicPartition changelog);

    // ---- commit ----

    /** Hands the pending updates of caching stores to their listeners. May cascade: afterwards none is pending. */
    void emitCached();

    /**
     * Takes all that changed since the last commit, the last value of every key: to the changelogs, and to the batch that
     * {@link #commit} will commit. If the commit does not come about, this can be done again.
     *
     * @param write false if stores that are restored after a crash may leave the batch to a later commit, or to {@link #close}
     */
    void prepareCommit(ChangelogSink sink, boolean write);

    /**
     * Commits what {@link #prepareCommit} took, what went to the batch together with the offsets up to which the changelogs are now contained.
     * Nothing may have been written in between.
     */
    void commit(Map<TopicPartition, Long> changelogOffsets);

    /** Bytes held by uncommitted changes and hot entries. */
    long bytes();

    /** Whether the memory budget asks for an early commit. */
    boolean commitWanted();

    /** Closes all stores; what is not committed is thrown away. */
    @Override
    void close();

    /** The names of all stores of the task. */
    Set<String> storeNames();
}
