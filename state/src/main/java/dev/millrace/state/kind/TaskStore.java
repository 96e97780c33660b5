package dev.millrace.state.kind;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.database.StateTransaction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A store of ours, of whatever kind, as its task takes it through restore, emission and commit. */
public interface TaskStore {

    String name();

    /** Whether its content survives the process. */
    boolean persistent();

    /** How far into its inputs it has come; null if it does not note that, because nobody can ask. */
    default @Nullable StorePosition position() {
        return null;
    }

    // ---- emission ----

    /** Whether updates wait to be emitted. */
    default boolean hasCached() {
        return false;
    }

    /** Hands the updates that wait to whoever asked for them. */
    default void emitCached() {}

    // ---- commit ----

    /** Whether anything was written since the last commit. */
    default boolean changed() {
        return true;
    }

    /** Whether a commit may {@link #log} only, and leave it to a later one to {@link #stage} the rows. */
    default boolean canWriteLater() {
        return false;
    }

    /** Takes what changed since the last commit to the changelog. If the commit does not come about, this is done again. */
    default void log(TopicPartition changelog, ChangelogSink sink) {
        throw new UnsupportedOperationException("Store " + name() + " writes with every commit");
    }

    /** What was {@linkplain #log logged} is committed. */
    default void logged() {
        throw new UnsupportedOperationException("Store " + name() + " writes with every commit");
    }

    /**
     * Takes what changed since the last commit to the changelog, if there is one, and to the batch, with all that earlier
     * commits have left. If the commit does not come about, this is done again.
     */
    void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink);

    /** As {@link #stage(StateTransaction, TopicPartition, ChangelogSink)}, without a changelog. */
    default void stage(StateTransaction batch) {
        stage(batch, null, (partition, key, value, timestampMs, headers) -> {});
    }

    /** The batch is about to be committed: what takes no part in it is written now. */
    default void committing() {}

    /** The batch is committed. */
    void committed();

    // ---- restore ----

    /** Applies a changelog record: it goes to the batch now, or with {@link #stageRestored}. */
    void restore(StateTransaction batch, byte[] key, byte @Nullable [] value, long timestampMs, Headers headers);

    /** Whether the user's store below this one, if there is one, is restored through the callback that it registers. */
    default boolean letsRestoreBelow() {
        return true;
    }

    /**
     * Takes note of a changelog record that the user's store below this one restores itself.
     *
     * @return the value as that store keeps it
     */
    default byte @Nullable [] restoredBelow(byte[] key, byte @Nullable [] value, long timestampMs, Headers headers) {
        return value;
    }

    /** The batch is about to be committed: what was restored and waits goes to it. */
    default void stageRestored(StateTransaction batch) {}

    /**
     * Restored records are in the database from now on, and more are to come: what was read before may be old. The database
     * may still be writing, and lets nobody read meanwhile, so better not to ask it anything.
     */
    default void restoredSome() {
        restored();
    }

    /** The last restored records are in the database now. */
    void restored();

    /** Throws away what is not committed. */
    void close();
}
