package dev.millrace.engine.commit;

import dev.millrace.engine.port.RecordSink;
import dev.millrace.engine.port.RecordSource;
import dev.millrace.engine.task.Task;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Nothing is lost, but after a crash some records are processed again: those since the last commit, whose outputs and
 * changelog records may be there already.
 */
public final class AtLeastOnce implements CommitProtocol {
    private final RecordSource source;
    private final RecordSink sink;

    public AtLeastOnce(RecordSource source, RecordSink sink) {
        this.source = source;
        this.sink = sink;
    }

    @Override
    public void start() {}

    @Override
    public void beforeWork() {}

    @Override
    public void idle() {
        sink.hurry();
    }

    @Override
    public boolean commitsApart() {
        return true;
    }

    @Override
    public void commit(Collection<Task> tasks) {
        List<Task> changed = CommitNote.changed(tasks);
        if (changed.isEmpty()) {
            return;
        }
        changed.forEach(Task::prepareCommit);
        sink.flush();
        source.commit(CommitNote.points(changed));
        Map<TopicPartition, Long> acknowledged = sink.acknowledgedChangelogOffsets();
        changed.forEach(task -> task.completeCommit(acknowledged));
    }

    @Override
    public void recover() {
        sink.startAgain();
    }

    @Override
    public void close() {}
}
