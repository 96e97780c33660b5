package dev.millrace.kafka;

import dev.millrace.engine.port.UnknownOutcomeException;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.errors.TaskMigratedException;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.IllegalGenerationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.SecurityDisabledException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Says what the exceptions of the Kafka clients mean to the engine. */
final class ClientErrors {
    private ClientErrors() {}

    /**
     * Whether someone else took over: a newer owner of the transactional id, or the group without this member.
     *
     * <p>The clients wrap such an exception when they report it late, so causes count.
     */
    static boolean migrated(Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            if (e instanceof ProducerFencedException
                    || e instanceof InvalidProducerEpochException
                    || e instanceof InvalidPidMappingException
                    || e instanceof FencedInstanceIdException
                    || e instanceof UnknownMemberIdException
                    || e instanceof IllegalGenerationException
                    || e instanceof CommitFailedException) {
                return true;
            }
        }
        return false;
    }

    /** Whether a failed send is a matter between us and the brokers, about which no exception handler is asked. */
    static boolean fatalForSending(Exception error) {
        return error instanceof AuthenticationException
                || error instanceof AuthorizationException
                || error instanceof SecurityDisabledException
                || error instanceof UnsupportedVersionException
                || error instanceof UnknownServerException
                || error instanceof SerializationException
                || error instanceof IllegalStateException;
    }

    /** What to throw for a failure in the group. Time-outs and interruptions stay what they are. */
    static RuntimeException inGroup(String doing, KafkaException error) {
        if (error instanceof StreamsException
                || error instanceof TimeoutException
                || error instanceof InterruptException) {
            return error;
        }
        return migrated(error) ? migration(doing, error) : new StreamsException("Failed " + doing, error);
    }

    /** What to throw for a failure in a transaction that may have been decided. */
    static RuntimeException inTransaction(String doing, KafkaException error) {
        if (error instanceof StreamsException) {
            return error;
        }
        if (migrated(error)) {
            return migration(doing, error);
        }
        return error instanceof TimeoutException || error instanceof InterruptException
                ? new UnknownOutcomeException("No answer came while " + doing, error)
                : new StreamsException("Failed " + doing, error);
    }

    static TaskMigratedException migration(String doing, Throwable error) {
        return new TaskMigratedException("Another member took over, as was found while " + doing, error);
    }
}
