package dev.millrace.driver;

import dev.millrace.engine.task.GlobalStores;
import dev.millrace.engine.task.GlobalTask;
import dev.millrace.engine.task.Task;
import dev.millrace.kafka.fault.DeadLetters;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.definition.SourceDefinition;
import dev.millrace.topology.plan.Plan;
import dev.millrace.topology.plan.Planner;
import dev.millrace.topology.plan.Subtopology;
import dev.millrace.topology.recorder.RecordedTopology;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A topology under test: one task for all of it, on partition 0 of topics in memory.
 *
 * <p>A piped record is processed, then the task commits. What that wrote to topics that the topology reads itself joins the
 * records that wait, and the earliest of them is processed next, until everything is quiet. So after each call the test sees
 * what a running application would have written and stored in the end.
 */
public final class Driver implements AutoCloseable {
    private final List<SourceDefinition> patterns;
    private final ManualClock clock;
    private final Surroundings surroundings;
    private final MemoryTopics topics;
    private final Set<String> globalTopics;
    private final @Nullable GlobalTask global;
    /** Null if there are only global stores. */
    private final @Nullable Task task;

    /** Starts the topology. */
    public Driver(RecordedTopology topology, StreamsConfig config, Instant startTime) {
        Plan plan = WholeTopology.of(Planner.plan(topology.definition(), config));
        patterns = plan.subtopologies().stream()
                .flatMap(whole -> whole.sources().stream())
                .filter(source -> source.pattern() != null)
                .toList();
        clock = new ManualClock(startTime);
        topics = new MemoryTopics(this::reads);
        surroundings = new Surroundings(config, topology.settings(config), plan, clock, topics);
        globalTopics = Set.copyOf(
                plan.globalStores().stream().map(GlobalStoreDefinition::topic).toList());
        global = globalTopics.isEmpty() ? null : startGlobal();
        task = plan.subtopologies().isEmpty()
                ? null
                : create(plan.subtopologies().get(0));
        if (task != null) {
            start(task);
        }
    }

    private GlobalTask startGlobal() {
        GlobalTask opened = surroundings
                .globalTasks()
                .createGlobal(globalTopics.stream().map(Driver::onlyPartition).toList());
        opened.open();
        return opened;
    }

    private Task create(Subtopology whole) {
        return surroundings
                .tasks(global == null ? GlobalStores.NONE : global)
                .create(
                        new TaskId(whole.id(), 0),
                        whole.sourceTopics().stream().map(Driver::onlyPartition).toList());
    }

    private void start(Task created) {
        surroundings.publish(created);
        created.openStores();
        created.start();
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
            throw new IllegalArgumentException("The topology does not read topic " + topic);
        }
        topics.arrive(topic, new CapturedRecord(key, value, new RecordHeaders(headers), timestampMs));
        settle();
    }

    /** Lets time pass, for punctuations on wall-clock time and for inputs that wait for others. */
    public void advanceWallClock(Duration by) {
        clock.advance(by);
        if (task != null) {
            task.punctuateWallClock();
            commit(task);
        }
        settle();
    }

    private boolean reads(String topic) {
        return globalTopics.contains(topic) || taskReads(topic);
    }

    /** A topic that is read by pattern is connected when it is first met. */
    private boolean taskReads(String topic) {
        if (task == null) {
            return false;
        }
        TopicPartition partition = onlyPartition(topic);
        if (task.inputs().contains(partition)) {
            return true;
        }
        boolean matched = patterns.stream().anyMatch(source -> matches(source, topic));
        if (matched) {
            task.readAlso(partition);
        }
        return matched;
    }

    private static boolean matches(SourceDefinition source, String topic) {
        return source.pattern() != null && source.pattern().matcher(topic).matches();
    }

    // ---- processing ----

    /** A record that could not be read counts as none processed, and still leaves something to commit. */
    private void settle() {
        deliver();
        boolean quiet = false;
        while (task != null && !quiet) {
            int processed = task.process(1);
            commit(task);
            boolean delivered = deliver();
            quiet = processed == 0 && !delivered;
        }
    }

    /** Hands all that waits in topics to who reads them; the task chooses among what it was given. */
    private boolean deliver() {
        boolean any = false;
        for (SingleRecord next = topics.nextArrival(); next != null; next = topics.nextArrival()) {
            any = true;
            if (globalTopics.contains(next.partition().topic())) {
                Objects.requireNonNull(global).apply(next);
            } else {
                Objects.requireNonNull(task).add(next);
            }
        }
        return any;
    }

    private void commit(Task worked) {
        if (worked.commitNeeded()) {
            worked.prepareCommit();
            sendDeadLetters();
            worked.completeCommit(topics.acknowledgedChangelogOffsets());
        }
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
        if (task != null) {
            task.storeNames().forEach(name -> put(stores, name, task.store(name)));
        }
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
            if (task != null) {
                task.close();
            }
        } finally {
            if (global != null) {
                global.close();
            }
        }
    }
}
