package dev.millrace.kafka;

import dev.millrace.engine.port.RecordSink;
import dev.millrace.engine.port.SendOrigin;
import dev.millrace.engine.port.SinkFailedException;
import dev.millrace.engine.port.UnknownOutcomeException;
import dev.millrace.kafka.fault.DeadLetters;
import dev.millrace.kafka.fault.ExceptionHandlers;
import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.errors.ProductionExceptionHandler;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.TaskId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A worker's producer.
 *
 * <p><b>Two threads.</b> The worker sends and flushes; the producer's own thread acknowledges or refuses. What the second one
 * has to tell the first is: an offset per changelog partition, read after a flush; the first failure, which is volatile; and
 * dead letters, which wait in a queue until the worker sends them, because the producer's thread must not wait for itself.
 *
 * <p>A producer whose send failed can, without transactions, go on. With transactions it cannot: the transaction must be
 * aborted and {@link #renew} called.
 */
public final class KafkaRecordSink implements RecordSink, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaRecordSink.class);
    private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(30);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final ExceptionHandlers handlers;
    private final DeadLetters deadLetters;
    private final boolean contextWanted;
    private final Map<TopicPartition, AckedOffset> acknowledged = new HashMap<>();
    private @Nullable Producer<byte[], byte[]> producer;
    private volatile @Nullable RuntimeException failure;
    private boolean unflushed;

    // The changelog written to last: a commit writes one after the other, so the map is asked once for each.
    private @Nullable String lastTopic;
    private int lastPartition;
    private AckedOffset lastAcked = new AckedOffset();

    // Many records in a row have the same time, and the same sender.
    private Long lastTimestamp = NO_TIMESTAMP;
    private @Nullable Sender lastSender;

    /**
     * @param producers makes a new producer, each time it is asked
     * @param contextWanted whether the production exception handler could look at the source record of a failed send; keeping
     *     that at hand costs objects per send
     */
    KafkaRecordSink(
            Supplier<Producer<byte[], byte[]>> producers,
            ExceptionHandlers handlers,
            DeadLetters deadLetters,
            boolean contextWanted) {
        this.producers = producers;
        this.handlers = handlers;
        this.deadLetters = deadLetters;
        this.contextWanted = contextWanted;
    }

    @Override
    public void send(
            String topic,
            @Nullable Integer partition,
            long timestampMs,
            byte @Nullable [] key,
            byte @Nullable [] value,
            @Nullable Headers headers,
            SendOrigin origin) {
        rethrow();
        // Without headers, and with the same objects for the same time and sender, a record is half as large.
        Headers some = headers == null || headers.toArray().length == 0 ? null : headers;
        AckedOffset acked = origin.changelog() && partition != null ? ackedOffset(topic, partition) : null;
        Sent sent = new Sent(topic, partition, boxed(timestampMs), key, value, some, sender(origin, acked));
        hand(sent, sent);
    }

    @SuppressWarnings("ReferenceEquality") // a sender has one origin
    private Sender sender(SendOrigin origin, @Nullable AckedOffset acked) {
        if (contextWanted) {
            return new Sender(origin, acked, origin.context().get());
        }
        Sender last = lastSender;
        if (last == null || last.origin != origin || last.acked != acked) {
            last = new Sender(origin, acked, null);
            lastSender = last;
        }
        return last;
    }

    private @Nullable Long boxed(long timestampMs) {
        if (timestampMs == NO_TIMESTAMP) {
            return null;
        }
        if (timestampMs != lastTimestamp) {
            lastTimestamp = timestampMs;
        }
        return lastTimestamp;
    }

    /** The future is not needed: the callback is told the same. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void hand(ProducerRecord<byte[], byte[]> record, Callback callback) {
        unflushed = true;
        try {
            producer().send(record, callback);
        } catch (KafkaException | IllegalStateException e) {
            if (e instanceof InterruptException) {
                throw e;
            }
            // An earlier failure of the transaction comes back from here; its first cause was told to the callback.
            rethrow();
            throw refused(record.topic(), null, e);
        }
    }

    private AckedOffset ackedOffset(String topic, int partition) {
        if (partition != lastPartition || !topic.equals(lastTopic)) {
            lastAcked = acknowledged.computeIfAbsent(new TopicPartition(topic, partition), tp -> new AckedOffset());
            lastTopic = topic;
            lastPartition = partition;
        }
        return lastAcked;
    }

    @Override
    public void flush() {
        try {
            do {
                sendDeadLetters();
                producer().flush();
                rethrow();
            } while (!deadLetters.isEmpty());
            unflushed = false;
            lastSender = null; // it knows a task, which may end now
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException e) {
            throw ClientErrors.inGroup("waiting until all is sent", e);
        }
    }

    @Override
    public void hurry() {
        if (unflushed) {
            flush();
        }
    }

    private void sendDeadLetters() {
        for (ProducerRecord<byte[], byte[]> letter = deadLetters.poll(); letter != null; letter = deadLetters.poll()) {
            String topic = letter.topic();
            hand(letter, (metadata, error) -> {
                if (error != null) {
                    fail(refused("the dead letter queue " + topic, null, error));
                }
            });
        }
    }

    @Override
    public int partitionsOf(String topic) {
        try {
            return producer().partitionsFor(topic).size();
        } catch (InterruptException | TimeoutException e) {
            throw e;
        } catch (KafkaException e) {
            throw refused(topic, null, e);
        }
    }

    @Override
    public Map<TopicPartition, Long> acknowledgedChangelogOffsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        acknowledged.forEach((partition, acked) -> {
            if (acked.next != AckedOffset.NONE) {
                offsets.put(partition, acked.next);
                acked.next = AckedOffset.NONE;
            }
        });
        return offsets;
    }

    @Override
    public void startAgain() {
        renew();
    }

    // ---- the producer ----

    /** The current producer; made when first needed. */
    Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = producers.get();
        }
        return producer;
    }

    /** Starts over with a new producer; what the old one still had, and what it told, is forgotten. */
    Producer<byte[], byte[]> renew() {
        closeProducer(Duration.ZERO);
        deadLetters.discard();
        acknowledged.clear();
        lastTopic = null;
        lastSender = null;
        failure = null;
        unflushed = false;
        return producer();
    }

    /** Sends what waits and closes, within bounds. */
    @Override
    public void close() {
        try {
            sendDeadLetters();
        } catch (RuntimeException e) {
            LOG.warn("Dead letters could not be sent", e);
        }
        closeProducer(CLOSE_PATIENCE);
    }

    private void closeProducer(Duration patience) {
        Producer<byte[], byte[]> old = producer;
        producer = null;
        if (old != null) {
            try {
                old.close(patience);
            } catch (KafkaException e) {
                LOG.warn("The producer was not closed cleanly", e);
            }
        }
    }

    // ---- failures ----

    private void rethrow() {
        RuntimeException told = failure;
        if (told != null) {
            throw told;
        }
    }

    /** Keeps the first failure; those that follow are its consequences. */
    private void fail(RuntimeException error) {
        if (failure == null) {
            failure = error;
        }
    }

    private static RuntimeException refused(String topic, @Nullable TaskId taskId, Exception error) {
        if (ClientErrors.migrated(error)) {
            return ClientErrors.migration("sending to " + topic, error);
        }
        return error instanceof StreamsException already
                ? already
                : new SinkFailedException("Failed to send a record to " + topic, error, taskId);
    }

    /** A record, which takes itself what becomes of it: one object less for each. */
    private static final class Sent extends ProducerRecord<byte[], byte[]> implements Callback {
        private final Sender sender;

        Sent(
                String topic,
                @Nullable Integer partition,
                @Nullable Long timestamp,
                byte @Nullable [] key,
                byte @Nullable [] value,
                @Nullable Headers headers,
                Sender sender) {
            super(topic, partition, timestamp, key, value, headers);
            this.sender = sender;
        }

        @Override
        public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception error) {
            if (error != null) {
                sender.failed(this, error);
            } else if (metadata != null) {
                sender.acknowledged(metadata);
            }
        }
    }

    /** What records in a row have in common: who sent them, and what is to happen then. Called on the producer's thread. */
    private final class Sender {
        private final SendOrigin origin;
        private final @Nullable AckedOffset acked;
        private final @Nullable ErrorHandlerContext context;

        Sender(SendOrigin origin, @Nullable AckedOffset acked, @Nullable ErrorHandlerContext context) {
            this.origin = origin;
            this.acked = acked;
            this.context = context;
        }

        void acknowledged(RecordMetadata metadata) {
            if (acked != null) {
                acked.next = metadata.offset() + 1;
            }
        }

        void failed(ProducerRecord<byte[], byte[]> record, Exception error) {
            if (failure != null) {
                return;
            }
            String topic = record.topic();
            if (ClientErrors.migrated(error) || ClientErrors.fatalForSending(error)) {
                fail(refused(topic, origin.taskId(), error));
                return;
            }
            try {
                ErrorHandlerContext told = context == null ? new SendFailure(record, origin) : context;
                obey(handlers.unsendable(told, record, error), topic, error);
            } catch (RuntimeException handlerFailed) {
                fail(refused(topic, origin.taskId(), handlerFailed));
            }
        }

        private void obey(ProductionExceptionHandler.Result answer, String topic, Exception error) {
            if (answer == ProductionExceptionHandler.Result.RESUME) {
                LOG.debug("A record for {} is lost, as the production exception handler says", topic, error);
            } else if (answer == ProductionExceptionHandler.Result.RETRY && error instanceof RetriableException) {
                fail(new UnknownOutcomeException("A record for topic " + topic + " was not acknowledged", error));
            } else {
                fail(refused(topic, origin.taskId(), error));
            }
        }
    }
}
