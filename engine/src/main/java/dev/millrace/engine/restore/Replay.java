package dev.millrace.engine.restore;

import dev.millrace.engine.task.Task;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** One changelog on its way into one store. */
final class Replay {
    final Task task;
    final String storeName;
    final TopicPartition changelog;
    final @Nullable Long from;

    /** The offset to reach; unknown until the broker was asked. */
    @Nullable
    Long end;

    long restoredRecords;

    /** The bytes of what was restored and is not committed yet. */
    long pendingBytes;

    /** The offset behind it. */
    long pendingUpTo;

    Replay(Task task, String storeName, TopicPartition changelog, @Nullable Long from) {
        this.task = task;
        this.storeName = storeName;
        this.changelog = changelog;
        this.from = from;
    }

    /** Whether it is an input of the task too: a table's own topic, read as its changelog. */
    boolean isInput() {
        return task.inputs().contains(changelog);
    }
}
