package dev.millrace.driver;

import dev.millrace.engine.metric.Sensors;
import dev.millrace.engine.metric.TaskGauges;
import dev.millrace.engine.operator.factory.OperatorFactory;
import dev.millrace.engine.port.FaultPolicy;
import dev.millrace.engine.task.GlobalStores;
import dev.millrace.engine.task.Task;
import dev.millrace.engine.task.TaskEnvironment;
import dev.millrace.engine.task.TaskFactory;
import dev.millrace.kafka.fault.DeadLetters;
import dev.millrace.kafka.fault.ExceptionHandlers;
import dev.millrace.kafka.fault.GlobalFaults;
import dev.millrace.kafka.record.ExtractedTimes;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.errors.DeserializationExceptionHandler;
import dev.millrace.streams.processor.TimestampExtractor;
import dev.millrace.topology.plan.Plan;
import dev.millrace.topology.plan.TopologySettings;
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
    private final TopologySettings settings;
    private final Plan plan;
    private final ManualClock clock;
    private final MemoryTopics topics;
    private final DeadLetters deadLetters = new DeadLetters();
    private final Metrics metrics;
    private final List<TaskGauges> gauges = new ArrayList<>();
    private final TaskFiles files;
    private final MemoryStates states;
    private final Logger log = LoggerFactory.getLogger(Driver.class);

    Surroundings(StreamsConfig config, TopologySettings settings, Plan plan, ManualClock clock, MemoryTopics topics) {
        this.config = config;
        this.settings = settings;
        this.plan = plan;
        this.clock = clock;
        this.topics = topics;
        this.metrics = new Metrics(Sensors.settings(config), clock);
        this.files = new TaskFiles(Path.of(config.getString(StreamsConfig.STATE_DIR_CONFIG)), plan.applicationId());
        this.states = new MemoryStates(plan.topicPrefix(), settings.cacheBytes());
    }

    /** Makes the task of the global stores. */
    @SuppressWarnings("deprecation")
    TaskFactory globalTasks() {
        DeadLetters unsent = new DeadLetters();
        boolean handled = config.getBoolean(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG);
        FaultPolicy faults =
                new GlobalFaults(handlers(config.deserializationExceptionHandler(), unsent), handled, unsent);
        return tasks(GlobalStores.NONE, faults, config.defaultTimestampExtractor());
    }

    /** Makes tasks that read {@code globals}. */
    TaskFactory tasks(GlobalStores globals) {
        FaultPolicy faults = handlers(settings.deserializationExceptionHandler(), deadLetters);
        return tasks(globals, faults, settings.timestampExtractor());
    }

    private TaskFactory tasks(GlobalStores globals, FaultPolicy faults, TimestampExtractor times) {
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
                new ExtractedTimes(times),
                partition -> FULLY_FETCHED,
                settings.maxTaskIdleMs(),
                settings.maxBufferedRecords(),
                WRITE_INTERVAL_MS,
                globals,
                log);
        return new TaskFactory(plan, environment, OperatorFactory::create, states);
    }

    private ExceptionHandlers handlers(DeserializationExceptionHandler unreadable, DeadLetters letters) {
        return new ExceptionHandlers(
                unreadable, config.processingExceptionHandler(), config.productionExceptionHandler(), letters);
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
