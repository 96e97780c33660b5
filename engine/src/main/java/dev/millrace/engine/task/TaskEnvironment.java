package dev.millrace.engine.task;

import dev.millrace.engine.port.EventTimes;
import dev.millrace.engine.port.FaultPolicy;
import dev.millrace.engine.port.InputLag;
import dev.millrace.engine.port.RecordSink;
import dev.millrace.engine.time.Clock;
import dev.millrace.streams.StreamsMetrics;
import dev.millrace.streams.processor.TaskId;
import java.io.File;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.slf4j.Logger;

/**
 * What all tasks of one worker share: configuration, and the outside world as ports.
 *
 * @param appConfigs the configuration as given by the user
 * @param defaultKeySerde fails, naming the config key, if none is configured
 * @param defaultValueSerde fails, naming the config key, if none is configured
 * @param stateDir the directory of a task's files, for stores that keep some
 * @param maxIdleMs {@code max.task.idle.ms}
 * @param bufferedRecords {@code buffered.records.per.partition}
 * @param writeIntervalMs how long what was committed may wait to be written to a store's database, if its changelog has it
 * @param globals the global stores, to read
 */
public record TaskEnvironment(
        String applicationId,
        Map<String, Object> appConfigs,
        Supplier<Serde<?>> defaultKeySerde,
        Supplier<Serde<?>> defaultValueSerde,
        Function<TaskId, File> stateDir,
        StreamsMetrics metrics,
        Clock clock,
        RecordSink sink,
        FaultPolicy faults,
        EventTimes eventTimes,
        InputLag lags,
        long maxIdleMs,
        int bufferedRecords,
        long writeIntervalMs,
        GlobalStores globals,
        Logger log) {}
