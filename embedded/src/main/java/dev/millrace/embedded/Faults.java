package dev.millrace.embedded;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import kafka.server.FaultHandlerFactory;
import org.apache.kafka.server.fault.FaultHandler;
import org.apache.kafka.server.fault.LoggingFaultHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong in one broker: all of it is logged, and the first fault it cannot survive is kept. */
final class Faults implements FaultHandlerFactory {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);

    private final Path directory;
    private final CompletableFuture<BrokerException> fatal = new CompletableFuture<>();

    Faults(Path directory) {
        this.directory = directory;
    }

    /** Completed with the first fatal fault, if there ever is one. */
    CompletableFuture<BrokerException> fatal() {
        return fatal;
    }

    /** Called by Kafka for each of its kinds of fault; where Kafka's own factory would halt the JVM, this one does not. */
    @Override
    public FaultHandler build(String name, boolean isFatal, Runnable action) {
        FaultHandler logging = new LoggingFaultHandler(name, action);
        return isFatal ? (message, cause) -> fail(logging.handleFault(message, cause)) : logging;
    }

    /** Notes that a thread of the broker wanted to end the process. */
    BrokerException processEnd(int status, @Nullable String reason) {
        String said = reason == null ? "" : ": " + reason;
        return fail(new IllegalStateException(
                "Thread " + Thread.currentThread().getName() + " asked for exit " + status + said));
    }

    /** Notes that a thread of the broker died. */
    void uncaught(Thread thread, Throwable problem) {
        LOG.error("Thread {} of the broker on {} died", thread.getName(), directory, problem);
    }

    private BrokerException fail(RuntimeException cause) {
        BrokerException failure = new BrokerException(
                "The broker on " + directory + " failed and serves no longer: " + cause.getMessage()
                        + ". Close it and start it again.",
                cause);
        if (fatal.complete(failure)) {
            LOG.error("{}", failure.getMessage(), cause);
        }
        return failure;
    }
}
