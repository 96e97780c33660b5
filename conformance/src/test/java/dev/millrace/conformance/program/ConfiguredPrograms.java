package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.errors.LogAndContinueExceptionHandler;
import dev.millrace.streams.errors.ProcessingExceptionHandler;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.processor.TimestampExtractor;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.ProcessorContext;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.Stores;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.serialization.Serdes;

/** Programs whose configuration decides what happens, where no other file is about that. */
final class ConfiguredPrograms {
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final List<Input> WITH_ROWS = List.of(Input.words("in"), Input.words("rows"));

    private ConfiguredPrograms() {}

    @SuppressWarnings("deprecation")
    static List<Program> all() {
        String handler = StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG;
        String globalToo = StreamsConfig.PROCESSING_EXCEPTION_HANDLER_GLOBAL_ENABLED_CONFIG;
        return List.of(
                upgraded(StreamsConfig.UPGRADE_FROM_24),
                upgraded(StreamsConfig.UPGRADE_FROM_34),
                upgraded(StreamsConfig.UPGRADE_FROM_35),
                global("not asked").with(handler, GoOn.class),
                global("asked").with(handler, GoOn.class).with(globalToo, true),
                dsl(
                                "configured: global rows that cannot be read",
                                Set.of(),
                                WITH_ROWS,
                                builder -> builder.<String, String>stream("in")
                                        .join(
                                                builder.globalTable(
                                                        "rows", Consumed.with(Serdes.String(), Serdes.Integer())),
                                                (key, value) -> key,
                                                (value, row) -> value + row)
                                        .to("out"))
                        .with(
                                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                                LogAndContinueExceptionHandler.class)
                        .with(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, "dead"),
                measured("INFO"),
                measured("DEBUG"),
                counting("event times")
                        .with(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, WholeSeconds.class),
                counting("no cache, by the old name of the setting")
                        .with(StreamsConfig.CACHE_MAX_BYTES_BUFFERING_CONFIG, 0));
    }

    /** With a sensor of the user's that is recorded at a level. */
    private static Program measured(String level) {
        return dsl(
                        "configured: sensors at " + level,
                        Set.of(),
                        WORDS,
                        builder -> builder.<String, String>stream("in")
                                .process(Measured::new)
                                .to("out"))
                .with(StreamsConfig.METRICS_RECORDING_LEVEL_CONFIG, level)
                .with(StreamsConfig.METRICS_NUM_SAMPLES_CONFIG, 3)
                .with(StreamsConfig.METRICS_SAMPLE_WINDOW_MS_CONFIG, 5_000L);
    }

    private static Program counting(String name) {
        return dsl(
                "configured: " + name,
                Set.of(),
                WORDS,
                builder -> builder.<String, String>stream("in")
                        .groupByKey()
                        .count()
                        .toStream()
                        .mapValues(String::valueOf)
                        .to("out"));
    }

    /** Old and new value of one group: one record or two. */
    private static Program upgraded(String version) {
        return dsl(
                        "configured: upgrade from " + version,
                        Set.of(),
                        WORDS,
                        builder -> builder.<String, String>table("in")
                                .groupBy(
                                        (key, value) ->
                                                KeyValue.pair(value.isEmpty() ? "none" : value.substring(0, 1), value),
                                        Grouped.as("by-letter"))
                                .count()
                                .toStream()
                                .mapValues(String::valueOf)
                                .to("out"))
                .with(StreamsConfig.UPGRADE_FROM_CONFIG, version);
    }

    private static Program global(String name) {
        return dsl("configured: global handler " + name, Set.of(), WITH_ROWS, ConfiguredPrograms::withChoosyStore);
    }

    private static void withChoosyStore(StreamsBuilder builder) {
        builder.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("kept"), Serdes.String(), Serdes.String()),
                "rows",
                Consumed.with(Serdes.String(), Serdes.String()),
                Choosy::new);
        builder.<String, String>stream("in").to("out");
    }

    /** Keeps rows, but not those that begin with a "b". */
    private static final class Choosy extends ContextualProcessor<String, String, Void, Void> {
        @Override
        public void process(Record<String, String> row) {
            if (row.value() != null && row.value().startsWith("b")) {
                throw new IllegalStateException("not " + row.value());
            }
            KeyValueStore<String, String> kept =
                    Objects.requireNonNull(context().getStateStore("kept"));
            kept.put(row.key(), row.value());
        }
    }

    /** Counts records with sensors, and tells of them. */
    private static final class Measured extends ContextualProcessor<String, String, String, String> {
        private final Map<Sensor.RecordingLevel, Sensor> sensors = new EnumMap<>(Sensor.RecordingLevel.class);

        @Override
        public void init(ProcessorContext<String, String> context) {
            super.init(context);
            for (Sensor.RecordingLevel level : Sensor.RecordingLevel.values()) {
                sensors.put(
                        level,
                        context.metrics().addLatencyRateTotalSensor("user", "of-" + level, "look-" + level, level));
            }
        }

        @Override
        public void process(Record<String, String> row) {
            sensors.forEach((level, sensor) -> {
                sensor.record((double) (row.timestamp() % 10), context().currentSystemTimeMs());
                Diary.note(level + " " + sensor.shouldRecord());
            });
            context().metrics().metrics().entrySet().stream()
                    .filter(metric -> metric.getKey().name().startsWith("look-"))
                    .map(metric ->
                            metric.getKey().name() + " = " + metric.getValue().metricValue())
                    .sorted()
                    .forEach(Diary::note);
            context().forward(row);
        }
    }

    /** Cuts event times off. */
    public static final class WholeSeconds implements TimestampExtractor {
        @Override
        public long extract(ConsumerRecord<Object, Object> found, long partitionTime) {
            return found.timestamp() / 1_000 * 1_000;
        }
    }

    /** Leaves out what failed, and asks for a dead letter. */
    public static final class GoOn implements ProcessingExceptionHandler {
        @Override
        public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
            Diary.note(context.processorNodeId() + " of " + context.taskId() + " failed at " + context.topic() + " "
                    + context.partition() + " " + context.offset() + ": " + record.key() + "=" + record.value());
            return Response.resume(List.of(new ProducerRecord<>("dead", new byte[] {1}, new byte[] {2})));
        }

        @Override
        public void configure(Map<String, ?> configs) {}
    }
}
