package dev.millrace.streams.processor;

import dev.millrace.streams.StreamsMetrics;
import java.io.File;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serde;

public interface ProcessorContext {

    String applicationId();

    TaskId taskId();

    Serde<?> keySerde();

    Serde<?> valueSerde();

    File stateDir();

    StreamsMetrics metrics();

    void register(StateStore store, StateRestoreCallback stateRestoreCallback);

    @SuppressWarnings("TypeParameterUnusedInFormals")
    <S extends StateStore> S getStateStore(String name);

    Cancellable schedule(Duration interval, PunctuationType type, Punctuator callback);

    Cancellable schedule(Instant startTime, Duration interval, PunctuationType type, Punctuator callback);

    <K, V> void forward(K key, V value);

    <K, V> void forward(K key, V value, To to);

    void commit();

    String topic();

    int partition();

    long offset();

    Headers headers();

    long timestamp();

    Map<String, Object> appConfigs();

    Map<String, Object> appConfigsWithPrefix(String prefix);

    long currentSystemTimeMs();

    long currentStreamTimeMs();
}
