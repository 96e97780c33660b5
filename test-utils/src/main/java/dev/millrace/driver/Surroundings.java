package dev.millrace.driver;

import dev.millrace.engine.metric.Sensors;
import dev.millrace.engine.metric.TaskGauges;
import dev.millrace.engine.operator.factory.OperatorFactory;
import dev.millrace.engine.port.FaultPolicy;
import dev.millrace.engine.task.GlobalStores;
import dev.millrace.engine.task.Task;
import dev.millrace.engine.task.TaskEnvironment;
import dev.millrace.engine.task.TaskFactory;
import dev.millrace.engine.time.Clock;
import dev.millrace.kafka.fault.DeadLetters;
import dev.millrace.kafka.fault.ExceptionHandlers;
import dev.millrace.kafka.fault.GlobalFaults;
import dev.millrace.kafka.record.ExtractedTimes;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.topology.definition.TopologyDefinition;
import dev.millrace.topology.plan.Plan;
import dev.millrace.topology.plan.Planner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Metrics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What tasks need from outside, configured as the test says and otherwise made of memory. */
final class Surroundings implements AutoCloseable {
    private static final long FULLY_FETCHED = 0;

    /** Databases are written when the test has moved the clock: so both ways of a commit are gone. */
    private static final long WRITE_INTERVAL_MS = 1;

    private final StreamsConfig config;
    private final Plan plan;
    private final Clock clock;
    private final MemoryTopics topics;
    private final DeadLetters deadLetters = new DeadLetters();
    private final Metrics metrics = new Metrics();
    private final List<TaskGauges> gauges = new ArrayList<>();
    private final TaskFiles files;
    private final MemoryStates states;
    private final Logger log = LoggerFactory.getLogger(Driver.class);

    Surroundings(StreamsConfig config, Plan plan, Clock clock, MemoryTopics topics) {
        this.config = config;
        this.plan = plan;
        this.clock = clock;
        this.topics = topics;
        this.files = new TaskFiles(Path.of(config.getString(StreamsConfig.STATE_DIR_CONFIG)), plan.applicationId());
        this.states = new MemoryStates(plan.applicationId(), cacheBytes(config));
    }

    static Plan plan(TopologyDefinition definition, StreamsConfig config) {
        return Planner.plan(definition, config);
    }

    @SuppressWarnings("deprecation")
    private static long cacheBytes(StreamsConfig config) {
        boolean onlyOldNameGiven = config.originals().containsKey(StreamsConfig.CACHE_MAX_BYTES_BUFFERING_CONFIG)
                && !config.originals().containsKey(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG);
        return config.getLong(
                onlyOldNameGiven
                        ? StreamsConfig.CACHE_MAX_BYTES_BUFFERING_CONFIG
                        : StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG);
    }

    /** Makes the task of the global stores. */
    @SuppressWarnings("deprecation")
    TaskFactory globalTasks() {
        DeadLetters unsent = new DeadLetters();
        boolean handled = config.getBoolean(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG);
        return tasks(GlobalStores.NONE, new GlobalFaults(handlers(unsent), handled, unsent));
    }

    /** Makes tasks that read {@code globals}. */
    TaskFactory tasks(GlobalStores globals) {
        return tasks(globals, handlers(deadLetters));
    }

    private TaskFactory tasks(GlobalStores globals, FaultPolicy faults) {
        TaskEnvironment environment = new TaskEnvironment(
                plan.applicationId(),
                config.originals(),
                config::defaultKeySerde,
                config::defaultValueSerde,
                files::of,
                new Sensors(metrics),
                clock,
                topics,
                faults,
                new ExtractedTimes(config.defaultTimestampExtractor()),
                partition -> FULLY_FETCHED,
                config.getLong(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG),
                config.getInt(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG),
                WRITE_INTERVAL_MS,
                globals,
                log);
        return new TaskFactory(plan, environment, OperatorFactory::create, states);
    }

    private ExceptionHandlers handlers(DeadLetters letters) {
        return new ExceptionHandlers(
                config.deserializationExceptionHandler(),
                config.processingExceptionHandler(),
                config.productionExceptionHandler(),
                letters);
    }

    /** Publishes what a task counts. */
    void publish(Task task) {
        String thread = Thread.currentThread().getName();
        gauges.add(new TaskGauges(metrics, thread, task.id(), task.counters()));
    }

    DeadLetters deadLetters() {
        return deadLetters;
    }

    Map<MetricName, ? extends Metric> metrics() {
        return metrics.metrics();
    }

    @Override
    public void close() {
        gauges.forEach(TaskGauges::close);
        metrics.close();
        files.delete();
    }
}
