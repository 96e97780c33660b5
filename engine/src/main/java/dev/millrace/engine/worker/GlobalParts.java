package dev.millrace.engine.worker;

import dev.millrace.engine.port.ChangelogSource;
import dev.millrace.engine.port.TopicAdmin;
import dev.millrace.engine.task.GlobalTask;
import dev.millrace.engine.time.Clock;
import dev.millrace.streams.processor.StateRestoreListener;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;

/**
 * What a global worker is made of.
 *
 * @param name the thread's name
 * @param topics by topic, the store it fills
 * @param tasks makes the task for all partitions of the topics; called again after {@code discardContent}
 * @param discardContent deletes the local content of the stores, which are closed
 * @param source the worker's own, closed by it
 * @param admin shared with other workers
 * @param isolation what {@code source} sees
 */
public record GlobalParts(
        String name,
        WorkerSettings settings,
        Map<String, String> topics,
        Function<Collection<TopicPartition>, GlobalTask> tasks,
        Runnable discardContent,
        ChangelogSource source,
        TopicAdmin admin,
        IsolationLevel isolation,
        StateRestoreListener restoreListener,
        GlobalWorkerListener listener,
        Clock clock,
        Logger log) {}
