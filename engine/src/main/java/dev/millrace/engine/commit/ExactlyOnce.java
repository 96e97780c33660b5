package dev.millrace.engine.commit;

import dev.millrace.engine.port.RecordSink;
import dev.millrace.engine.port.RecordSource;
import dev.millrace.engine.port.Transaction;
import dev.millrace.engine.task.Task;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Every record counts once: all outputs, changelog records and input offsets since the last commit are one transaction of
 * the worker.
 *
 * <p>The group's generation travels with the offsets, so that a worker which lost its partitions without noticing cannot
 * commit for them (KIP-447). If the answer to a commit never comes, nobody knows whether it happened: nothing local may
 * follow from it, and {@link #recover} waits for the outcome by taking the transactional id over anew.
 */
public final class ExactlyOnce implements CommitProtocol {
    private final RecordSource source;
    private final RecordSink sink;
    private final Transaction transaction;

    public ExactlyOnce(RecordSource source, RecordSink sink, Transaction transaction) {
        this.source = source;
        this.sink = sink;
        this.transaction = transaction;
    }

    @Override
    public void start() {
        transaction.initialise();
    }

    @Override
    public void beforeWork() {
        if (!transaction.open()) {
            transaction.begin();
        }
    }

    @Override
    public void idle() {
        sink.hurry();
    }

    /** One transaction has the outputs of all tasks. */
    @Override
    public boolean commitsApart() {
        return false;
    }

    @Override
    public void commit(Collection<Task> tasks) {
        List<Task> changed = CommitNote.changed(tasks);
        if (changed.isEmpty()) {
            return;
        }
        beforeWork();
        changed.forEach(Task::prepareCommit);
        transaction.sendOffsets(CommitNote.points(changed), source.groupToken());
        transaction.commit();
        Map<TopicPartition, Long> acknowledged = sink.acknowledgedChangelogOffsets();
        changed.forEach(task -> task.completeCommit(acknowledged));
    }

    @Override
    public void recover() {
        transaction.initialise();
    }

    @Override
    public void close() {
        transaction.abort();
    }
}
