package dev.millrace.runtime.query;

import dev.millrace.engine.port.TopicAdmin;
import dev.millrace.engine.task.Task;
import dev.millrace.engine.task.TaskPhase;
import dev.millrace.streams.LagInfo;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;

/**
 * How far the stores of open tasks are behind their changelogs. A running task is not behind: it writes the changelog. One that
 * is being restored has what its database has.
 */
public final class StoreLags {
    private StoreLags() {}

    /** By store and partition; asks the brokers where the changelogs end. */
    public static Map<String, Map<Integer, LagInfo>> of(Collection<Task> tasks, TopicAdmin admin) {
        Map<TopicPartition, Long> ends = endOffsets(tasks, admin);
        Map<String, Map<Integer, LagInfo>> lags = new TreeMap<>();
        for (Task task : tasks) {
            Map<TopicPartition, Long> contained = contained(task);
            forEachChangelog(task, (store, changelog) -> {
                long end = ends.getOrDefault(changelog, 0L);
                long current = task.phase() == TaskPhase.RUNNING ? end : contained.getOrDefault(changelog, 0L);
                lags.computeIfAbsent(store, name -> new TreeMap<>())
                        .put(task.id().partition(), new LagInfo(Math.min(current, end), end));
            });
        }
        return lags;
    }

    private static Map<TopicPartition, Long> endOffsets(Collection<Task> tasks, TopicAdmin admin) {
        HashSet<TopicPartition> changelogs = new HashSet<>();
        tasks.forEach(task -> forEachChangelog(task, (store, changelog) -> changelogs.add(changelog)));
        return changelogs.isEmpty() ? Map.of() : admin.endOffsets(changelogs, IsolationLevel.READ_UNCOMMITTED);
    }

    private static void forEachChangelog(Task task, BiConsumer<String, TopicPartition> action) {
        task.lock().lock();
        try {
            task.changelogs().forEach(action);
        } finally {
            task.lock().unlock();
        }
    }

    private static Map<TopicPartition, Long> contained(Task task) {
        Map<TopicPartition, Long> contained = new HashMap<>();
        task.lock().lock();
        try {
            task.restorePositions().forEach((changelog, next) -> contained.put(changelog, next == null ? 0 : next));
        } finally {
            task.lock().unlock();
        }
        return contained;
    }
}
