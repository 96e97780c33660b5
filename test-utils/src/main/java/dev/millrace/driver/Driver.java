package dev.millrace.driver;

import dev.millrace.engine.task.GlobalStores;
import dev.millrace.engine.task.GlobalTask;
import dev.millrace.engine.task.Task;
import dev.millrace.engine.task.TaskFactory;
import dev.millrace.kafka.fault.DeadLetters;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.definition.SourceDefinition;
import dev.millrace.topology.definition.TopologyDefinition;
import dev.millrace.topology.plan.Plan;
import dev.millrace.topology.plan.Subtopology;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A topology under test: one task per subtopology, all of them on partition 0 of topics in memory.
 *
 * <p>A piped record goes through its task, which then commits; what that wrote to topics of the topology's own waits in line
 * and is processed in turn, until everything is quiet. So after each call the test sees what a running application would have
 * written and stored in the end.
 */
public final class Driver implements AutoCloseable {
    private final Plan plan;
    private final ManualClock clock;
    private final Surroundings surroundings;
    private final MemoryTopics topics;
    private final List<Task> tasks = new ArrayList<>();
    private final Map<String, Task> byInput = new HashMap<>();
    private final Set<String> globalTopics;
    private final @Nullable GlobalTask global;

    /** Starts the topology. */
    public Driver(TopologyDefinition definition, StreamsConfig config, Instant startTime) {
        plan = Surroundings.plan(definition, config);
        clock = new ManualClock(startTime);
        topics = new MemoryTopics(this::reads);
        surroundings = new Surroundings(config, plan, clock, topics);
        globalTopics = Set.copyOf(
                plan.globalStores().stream().map(GlobalStoreDefinition::topic).toList());
        global = globalTopics.isEmpty() ? null : startGlobal();
        TaskFactory factory = surroundings.tasks(global == null ? GlobalStores.NONE : global);
        plan.subtopologies().forEach(subtopology -> start(factory, subtopology));
    }

    private GlobalTask startGlobal() {
        GlobalTask task = surroundings
                .tasks(GlobalStores.NONE)
                .createGlobal(globalTopics.stream().map(Driver::onlyPartition).toList());
        task.open();
        return task;
    }

    private void start(TaskFactory factory, Subtopology subtopology) {
        Task task = factory.create(
                new TaskId(subtopology.id(), 0),
                subtopology.sourceTopics().stream().map(Driver::onlyPartition).toList());
        subtopology.sourceTopics().forEach(topic -> byInput.put(topic, task));
        tasks.add(task);
        surroundings.publish(task);
        task.openStores();
        task.start();
    }

    private static TopicPartition onlyPartition(String topic) {
        return new TopicPartition(topic, 0);
    }

    // ---- input ----

    /**
     * Lets a record happen.
     *
     * @throws IllegalArgumentException if the topology does not read the topic
     */
    public void pipe(String topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers, long timestampMs) {
        if (!reads(topic)) {
            throw new IllegalArgumentException("Unknown topic: " + topic);
        }
        topics.arrive(topic, new CapturedRecord(key, value, new RecordHeaders(headers), timestampMs));
        settle();
    }

    /** Lets time pass, for punctuations on wall-clock time and for inputs that wait for others. */
    public void advanceWallClock(Duration by) {
        clock.advance(by);
        for (Task task : tasks) {
            task.punctuateWallClock();
            work(task);
        }
        settle();
    }

    private boolean reads(String topic) {
        return globalTopics.contains(topic) || taskOf(topic) != null;
    }

    /** The reader of a topic. One that is read by pattern is connected when it is first met. */
    private @Nullable Task taskOf(String topic) {
        Task known = byInput.get(topic);
        return known != null ? known : connectByPattern(topic);
    }

    private @Nullable Task connectByPattern(String topic) {
        for (int i = 0; i < tasks.size(); i++) {
            if (plan.subtopologies().get(i).sources().stream().anyMatch(source -> matches(source, topic))) {
                tasks.get(i).readAlso(onlyPartition(topic));
                byInput.put(topic, tasks.get(i));
                return tasks.get(i);
            }
        }
        return null;
    }

    private static boolean matches(SourceDefinition source, String topic) {
        return source.pattern() != null && source.pattern().matcher(topic).matches();
    }

    // ---- processing ----

    private void settle() {
        for (SingleRecord next = topics.nextArrival(); next != null; next = topics.nextArrival()) {
            Task task = taskOf(next.partition().topic());
            if (task != null) {
                task.add(next);
                work(task);
            } else if (global != null) {
                global.apply(next);
            }
        }
    }

    private void work(Task task) {
        int processed;
        do {
            processed = task.process(1);
            if (task.commitNeeded()) {
                commit(task);
            }
        } while (processed > 0);
    }

    private void commit(Task task) {
        task.prepareCommit();
        sendDeadLetters();
        task.completeCommit(topics.acknowledgedChangelogOffsets());
    }

    private void sendDeadLetters() {
        DeadLetters letters = surroundings.deadLetters();
        for (ProducerRecord<byte[], byte[]> letter = letters.poll(); letter != null; letter = letters.poll()) {
            long timestampMs = letter.timestamp() == null ? clock.nowMs() : letter.timestamp();
            topics.write(
                    letter.topic(), new CapturedRecord(letter.key(), letter.value(), letter.headers(), timestampMs));
        }
    }

    // ---- output ----

    /** The topics that anything was written to: output, internal topics, dead letters. */
    public Set<String> writtenTopics() {
        return topics.writtenTopics();
    }

    /** How many records of a topic were written and not taken. */
    public long outputSize(String topic) {
        return topics.size(topic);
    }

    /**
     * Takes the oldest record of a topic.
     *
     * @throws java.util.NoSuchElementException if there is none
     */
    public CapturedRecord takeOutput(String topic) {
        return topics.take(topic);
    }

    /** All stores by name, global ones included. */
    public Map<String, StateStore> stores() {
        Map<String, StateStore> stores = new HashMap<>();
        if (global != null) {
            global.storeNames().forEach(name -> put(stores, name, global.store(name)));
        }
        tasks.forEach(task -> task.storeNames().forEach(name -> put(stores, name, task.store(name))));
        return stores;
    }

    private static void put(Map<String, StateStore> stores, String name, @Nullable StateStore store) {
        if (store != null) {
            stores.put(name, store);
        }
    }

    /** All metrics. */
    public Map<MetricName, ? extends Metric> metrics() {
        return surroundings.metrics();
    }

    /** The time now, in milliseconds. */
    public long nowMs() {
        return clock.nowMs();
    }

    /** Closes all processors and stores, and deletes what they left. Closing again does nothing. */
    @Override
    public void close() {
        try (surroundings) {
            for (Task task : tasks) {
                task.close();
            }
        } finally {
            if (global != null) {
                global.close();
            }
        }
    }
}
