package dev.millrace.streams.errors;

import dev.millrace.streams.StreamsConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Turns failures into records for the dead letter queue, if {@code errors.dead.letter.queue.topic.name} is set (KIP-1034).
 *
 * <p>A dead letter has the key and value bytes, the timestamp and the headers of the input record, and headers that say what
 * went wrong and where, as text. Immutable.
 */
final class DeadLetters {
    private static final String EXCEPTION = "__streams.errors.exception";
    private static final String MESSAGE = "__streams.errors.message";
    private static final String STACKTRACE = "__streams.errors.stacktrace";
    private static final String TOPIC = "__streams.errors.topic";
    private static final String PARTITION = "__streams.errors.partition";
    private static final String OFFSET = "__streams.errors.offset";

    private static final DeadLetters NONE = new DeadLetters(null);

    private final String queue;

    private DeadLetters(String queue) {
        this.queue = queue;
    }

    /** No dead letters. */
    static DeadLetters none() {
        return NONE;
    }

    /** Dead letters as configured. */
    static DeadLetters of(Map<String, ?> configs) {
        Object queue = configs.get(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG);
        return queue == null ? NONE : new DeadLetters(queue.toString());
    }

    /** The dead letter for a failure, none if there is no queue for it. */
    List<ProducerRecord<byte[], byte[]>> of(ErrorHandlerContext context, Exception exception) {
        if (queue == null) {
            return List.of();
        }
        Headers headers = new RecordHeaders(context.headers());
        add(headers, EXCEPTION, exception.getClass().getName());
        add(headers, MESSAGE, exception.getMessage());
        add(headers, STACKTRACE, stackTrace(exception));
        add(headers, TOPIC, context.topic());
        add(headers, PARTITION, Integer.toString(context.partition()));
        add(headers, OFFSET, Long.toString(context.offset()));
        return List.of(new ProducerRecord<>(
                queue, null, context.timestamp(), context.sourceRawKey(), context.sourceRawValue(), headers));
    }

    private static void add(Headers headers, String name, String text) {
        headers.add(name, text == null ? null : text.getBytes(StandardCharsets.UTF_8));
    }

    private static String stackTrace(Exception exception) {
        StringWriter text = new StringWriter();
        exception.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
