package dev.millrace.kafka;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The question under which id a consumer pushes telemetry to the brokers (KIP-714): asked by any thread, answered by the one that owns
 * the consumer, whenever it polls.
 *
 * <p>A consumer learns its id from a broker, in passing, while it is polled. One that reads nothing is not polled, so it is made to talk
 * to a broker here.
 */
public final class InstanceIdQuestion {
    private static final Duration STEP = Duration.ofMillis(100);

    private final Consumer<?, ?> consumer;
    private final CompletableFuture<Optional<Uuid>> answer = new CompletableFuture<>();
    private volatile boolean heard;

    InstanceIdQuestion(Consumer<?, ?> consumer) {
        this.consumer = consumer;
    }

    /**
     * The id, empty if the consumer has none: because telemetry is off, or because no broker told it one in this time. Whoever asked
     * waits once.
     *
     * @throws TimeoutException if the consumer's thread was busy all the time
     */
    public Optional<Uuid> await(Duration timeout) {
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (java.util.concurrent.TimeoutException late) {
            if (heard) {
                return Optional.empty();
            }
            throw new TimeoutException("The consumer's thread has not looked in " + timeout, late);
        } catch (ExecutionException failed) {
            throw new KafkaException("The consumer cannot tell its instance id", failed.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        } finally {
            forget();
        }
    }

    /** Nobody waits for the answer any longer. */
    public void forget() {
        answer.complete(Optional.empty());
    }

    /** Looks once more. @return whether that settles it */
    boolean answered() {
        if (!answer.isDone()) {
            try {
                look();
            } catch (IllegalStateException noTelemetry) {
                answer.complete(Optional.empty());
            } catch (RuntimeException failed) {
                answer.completeExceptionally(failed);
            }
            heard = true;
        }
        return answer.isDone();
    }

    private void look() {
        Uuid id = consumer.clientInstanceId(Duration.ZERO);
        if (id != null) {
            answer.complete(Optional.of(id));
        } else if (consumer.assignment().isEmpty() && consumer.subscription().isEmpty()) {
            talk();
        }
    }

    private void talk() {
        try {
            consumer.listTopics(STEP);
        } catch (KafkaException unanswered) {
            // What it says does not matter; it is asked again.
        }
    }
}
