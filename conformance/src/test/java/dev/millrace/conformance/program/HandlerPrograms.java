package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.errors.DeserializationExceptionHandler;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.errors.LogAndContinueExceptionHandler;
import dev.millrace.streams.errors.LogAndContinueProcessingExceptionHandler;
import dev.millrace.streams.errors.LogAndFailExceptionHandler;
import dev.millrace.streams.errors.LogAndFailProcessingExceptionHandler;
import dev.millrace.streams.errors.ProcessingExceptionHandler;
import dev.millrace.streams.errors.ProductionExceptionHandler;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.ProcessorContext;
import dev.millrace.streams.processor.api.Record;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;

/** Records that cannot be read, processed or written, with each handler. */
final class HandlerPrograms {
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final String DEAD_LETTERS = StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG;

    private HandlerPrograms() {}

    @SuppressWarnings("deprecation")
    static List<Program> all() {
        String reading = StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG;
        String processing = StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG;
        String writing = StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG;
        String oldReading = StreamsConfig.DEFAULT_DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG;
        String oldWriting = StreamsConfig.DEFAULT_PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG;
        return List.of(
                unreadable("fail").with(reading, LogAndFailExceptionHandler.class),
                unreadable("go on").with(reading, LogAndContinueExceptionHandler.class),
                // Exactly once, the reference's driver does not show these letters: see docs.
                unreadable("dead letters")
                        .with(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE)
                        .with(reading, LogAndContinueExceptionHandler.class)
                        .with(DEAD_LETTERS, "dead"),
                unreadable("own").with(reading, Reading.class),
                unreadable("own, by the old name of the setting").with(oldReading, Reading.class),
                unprocessable("fail").with(processing, LogAndFailProcessingExceptionHandler.class),
                unprocessable("go on").with(processing, LogAndContinueProcessingExceptionHandler.class),
                unprocessable("dead letters")
                        .with(processing, LogAndContinueProcessingExceptionHandler.class)
                        .with(DEAD_LETTERS, "dead"),
                unprocessable("dead letters and fail").with(DEAD_LETTERS, "dead"),
                unprocessable("own").with(processing, Processing.class),
                handlers("below a cache", HandlerPrograms::failBelowCache).with(processing, Processing.class),
                handlers(
                                "punctuation",
                                builder -> builder.<String, String>stream("in")
                                        .process(Punctual::new)
                                        .to("out"))
                        .with(processing, Processing.class),
                handlers("nested", HandlerPrograms::nested).with(processing, Processing.class),
                handlers("unwritable: fail", HandlerPrograms::unwritable),
                handlers("unwritable: own", HandlerPrograms::unwritable).with(writing, Writing.class),
                handlers("unwritable: own, by the old name of the setting", HandlerPrograms::unwritable)
                        .with(oldWriting, Writing.class));
    }

    private static Program handlers(String name, Consumer<StreamsBuilder> definition) {
        return dsl("handlers: " + name, Set.of("KStream.mapValues"), WORDS, definition);
    }

    private static Program unreadable(String name) {
        return handlers(
                "unreadable: " + name,
                builder -> builder.stream("in", Consumed.with(Serdes.String(), new OnlyShort()))
                        .to("out"));
    }

    private static Program unprocessable(String name) {
        return handlers(
                "unprocessable: " + name,
                builder -> builder.<String, String>stream("in")
                        .mapValues(value -> value.substring(1))
                        .to("out"));
    }

    private static void failBelowCache(StreamsBuilder builder) {
        builder.<String, String>stream("in")
                .groupByKey()
                .count()
                .toStream()
                .mapValues(count -> "12345".substring(count.intValue()))
                .to("out");
    }

    private static void nested(StreamsBuilder builder) {
        var stream = builder.<String, String>stream("in").peek((key, value) -> {});
        stream.mapValues(value -> "1" + value)
                .mapValues(value -> value.substring(3))
                .to("out");
        stream.mapValues(value -> "2" + value).to("out");
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static void unwritable(StreamsBuilder builder) {
        builder.<String, Object>stream("in")
                .mapValues(value -> "b".equals(value) ? (Object) 5 : value)
                .to("out", (Produced) Produced.with(Serdes.String(), Serdes.String()));
    }

    /** Reads texts of one letter at most. */
    private static final class OnlyShort extends Serdes.WrapperSerde<String> {
        OnlyShort() {
            super(new StringSerializer(), (topic, bytes) -> {
                if (bytes != null && bytes.length > 1) {
                    throw new SerializationException("too long");
                }
                return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
            });
        }
    }

    private static void note(ErrorHandlerContext context, Exception error) {
        Diary.note(
                error.getClass().getSimpleName() + " " + context.topic() + context.partition() + context.offset() + " "
                        + context.processorNodeId() + " " + context.taskId() + " " + context.timestamp() + " "
                        + context.headers()
                        + Arrays.toString(context.sourceRawKey()) + Arrays.toString(context.sourceRawValue()));
    }

    /** Notes, and goes on. */
    public static final class Reading implements DeserializationExceptionHandler {
        @Override
        public DeserializationExceptionHandler.Response handleError(
                ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> found, Exception error) {
            note(context, error);
            return DeserializationExceptionHandler.Response.resume();
        }

        @Override
        public void configure(Map<String, ?> configs) {
            Diary.note("configured");
        }
    }

    /** Notes, and goes on. */
    public static final class Processing implements ProcessingExceptionHandler {
        @Override
        public ProcessingExceptionHandler.Response handleError(
                ErrorHandlerContext context, Record<?, ?> found, Exception error) {
            note(context, error);
            Diary.note(String.valueOf(found));
            return ProcessingExceptionHandler.Response.resume();
        }

        @Override
        public void configure(Map<String, ?> configs) {
            Diary.note("configured");
        }
    }

    /** Notes, and goes on. */
    public static final class Writing implements ProductionExceptionHandler {
        @Override
        public ProductionExceptionHandler.Response handleError(
                ErrorHandlerContext context, ProducerRecord<byte[], byte[]> refused, Exception error) {
            note(context, error);
            return ProductionExceptionHandler.Response.resume();
        }

        @Override
        @SuppressWarnings("rawtypes")
        public ProductionExceptionHandler.Response handleSerializationError(
                ErrorHandlerContext context,
                ProducerRecord refused,
                Exception error,
                SerializationExceptionOrigin origin) {
            note(context, error);
            Diary.note(origin + " " + refused.topic() + refused.key() + refused.value());
            return ProductionExceptionHandler.Response.resume();
        }

        @Override
        public void configure(Map<String, ?> configs) {
            Diary.note("configured");
        }
    }

    private static final class Punctual extends ContextualProcessor<String, String, String, String> {
        @Override
        public void init(ProcessorContext<String, String> context) {
            super.init(context);
            context.schedule(Duration.ofSeconds(3), PunctuationType.STREAM_TIME, time -> {
                throw new IllegalStateException("at " + time);
            });
        }

        @Override
        public void process(Record<String, String> found) {
            context().forward(found);
        }
    }
}
