package dev.millrace.runtime;

import dev.millrace.engine.commit.AtLeastOnce;
import dev.millrace.engine.commit.CommitProtocol;
import dev.millrace.engine.commit.ExactlyOnce;
import dev.millrace.engine.operator.factory.OperatorFactory;
import dev.millrace.engine.port.FaultPolicy;
import dev.millrace.engine.port.InputLag;
import dev.millrace.engine.port.RecordSink;
import dev.millrace.engine.port.RecordSource;
import dev.millrace.engine.port.TopicAdmin;
import dev.millrace.engine.task.GlobalStores;
import dev.millrace.engine.task.TaskEnvironment;
import dev.millrace.engine.task.TaskFactory;
import dev.millrace.engine.time.Clock;
import dev.millrace.engine.worker.GlobalParts;
import dev.millrace.engine.worker.GlobalWorker;
import dev.millrace.engine.worker.GlobalWorkerListener;
import dev.millrace.engine.worker.Worker;
import dev.millrace.engine.worker.WorkerIdentity;
import dev.millrace.engine.worker.WorkerListener;
import dev.millrace.engine.worker.WorkerParts;
import dev.millrace.engine.worker.WorkerSettings;
import dev.millrace.kafka.Clients;
import dev.millrace.kafka.KafkaRecordSink;
import dev.millrace.kafka.fault.DeadLetters;
import dev.millrace.kafka.fault.ExceptionHandlers;
import dev.millrace.kafka.fault.GlobalFaults;
import dev.millrace.kafka.record.ExtractedTimes;
import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.StreamsMetrics;
import dev.millrace.streams.processor.StateRestoreListener;
import dev.millrace.streams.processor.TimestampExtractor;
import dev.millrace.topology.definition.SourceDefinition;
import dev.millrace.topology.plan.Plan;
import dev.millrace.topology.plan.Subtopology;
import dev.millrace.topology.plan.TopologySettings;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.IsolationLevel;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** How the parts of an instance fit together: what a worker is made of. */
record Wiring(
        StreamsConfig config,
        TopologySettings settings,
        InstanceIdentity identity,
        Plan plan,
        Clock clock,
        Clients clients,
        TopicAdmin admin,
        LocalState local,
        StreamsMetrics metrics,
        Logger log) {
    /** How much of a changelog may have to be read again after a crash, beside what was not committed: ADR 12. */
    private static final long WRITE_INTERVAL_MS = 10_000;

    /** A worker; its clients are made here and closed by it. */
    Worker worker(int number, GlobalStores globals, StateRestoreListener restoreListener, WorkerListener listener) {
        DeadLetters deadLetters = new DeadLetters();
        ExceptionHandlers handlers = clients.exceptionHandlers(settings.deserializationExceptionHandler(), deadLetters);
        KafkaRecordSink sink = clients.recordSink(number, handlers, deadLetters);
        RecordSource source = clients.recordSource(number, this::offsetReset, anyOffsetReset());
        TaskEnvironment environment =
                environment(sink, handlers, settings.timestampExtractor(), source::lagRecords, globals);
        TaskFactory factory = new TaskFactory(plan, environment, OperatorFactory::create, local);
        return new Worker(new WorkerParts(
                new WorkerIdentity(identity.workerName(number), identity.processId(), identity.endpoint()),
                workerSettings(),
                plan,
                clock,
                source,
                clients.changelogSource(number, admin),
                protocol(source, sink),
                sink,
                admin,
                new WorkerTasks(local, factory),
                restoreListener,
                listener,
                log));
    }

    /** The worker of the global stores. */
    GlobalWorker globalWorker(StateRestoreListener restoreListener, GlobalWorkerListener listener) {
        DeadLetters deadLetters = new DeadLetters();
        TaskEnvironment environment = environment(
                new NoSink(),
                globalFaults(deadLetters),
                config.defaultTimestampExtractor(),
                partition -> InputLag.UNKNOWN,
                GlobalStores.NONE);
        TaskFactory factory = new TaskFactory(plan, environment, OperatorFactory::create, local);
        Map<String, String> topics = new LinkedHashMap<>();
        plan.globalStores().forEach(store -> topics.put(store.topic(), store.name()));
        return new GlobalWorker(new GlobalParts(
                identity.globalWorkerName(),
                workerSettings(),
                topics,
                factory::createGlobal,
                local::discardGlobal,
                clients.globalSource(admin),
                admin,
                exactlyOnce() ? IsolationLevel.READ_COMMITTED : IsolationLevel.READ_UNCOMMITTED,
                restoreListener,
                listener,
                clock,
                log));
    }

    @SuppressWarnings("deprecation")
    private FaultPolicy globalFaults(DeadLetters deadLetters) {
        return new GlobalFaults(
                clients.exceptionHandlers(config.deserializationExceptionHandler(), deadLetters),
                config.getBoolean(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG),
                deadLetters);
    }

    private TaskEnvironment environment(
            RecordSink sink, FaultPolicy faults, TimestampExtractor times, InputLag lags, GlobalStores globals) {
        return new TaskEnvironment(
                identity.applicationId(),
                config.originals(),
                config::defaultKeySerde,
                config::defaultValueSerde,
                local::directoryOf,
                metrics,
                clock,
                sink,
                faults,
                new ExtractedTimes(times),
                lags,
                settings.maxTaskIdleMs(),
                settings.maxBufferedRecords(),
                WRITE_INTERVAL_MS,
                globals,
                log);
    }

    private CommitProtocol protocol(RecordSource source, KafkaRecordSink sink) {
        return exactlyOnce() ? new ExactlyOnce(source, sink, clients.transaction(sink)) : new AtLeastOnce(source, sink);
    }

    private boolean exactlyOnce() {
        return StreamsConfig.EXACTLY_ONCE_V2.equals(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG));
    }

    private WorkerSettings workerSettings() {
        return new WorkerSettings(
                config.getLong(StreamsConfig.POLL_MS_CONFIG),
                config.getLong(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG),
                config.getLong(StreamsConfig.REPARTITION_PURGE_INTERVAL_MS_CONFIG),
                settings.taskTimeoutMs(),
                local.restoreBytes() / Math.max(1, config.getInt(StreamsConfig.NUM_STREAM_THREADS_CONFIG)),
                config.getLong(StreamsConfig.LOG_SUMMARY_INTERVAL_MS_CONFIG));
    }

    // ---- where to start to read ----

    private @Nullable AutoOffsetReset offsetReset(String topic) {
        for (Subtopology subtopology : plan.subtopologies()) {
            for (SourceDefinition source : subtopology.sources()) {
                boolean reads = source.pattern() == null
                        ? source.topics().contains(topic)
                        : source.pattern().matcher(topic).matches();
                if (reads) {
                    return source.offsetReset();
                }
            }
        }
        return null;
    }

    private boolean anyOffsetReset() {
        return plan.subtopologies().stream()
                .flatMap(subtopology -> subtopology.sources().stream())
                .anyMatch(source -> source.offsetReset() != null);
    }
}
