package dev.millrace.embedded;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import kafka.server.KafkaConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A genuine Kafka broker, running in this JVM on a directory of its own.
 *
 * <pre>{@code
 * try (EmbeddedKafka kafka = EmbeddedKafka.start(Path.of("data"))) {
 *     properties.put("bootstrap.servers", kafka.bootstrapServers());
 *     ...
 * }
 * }</pre>
 *
 * <p>It is a whole cluster of one node: topics, transactions, groups of every protocol. It listens on 127.0.0.1 only.
 * What is in the directory is there again when a broker is started on it, also after the process was killed; one
 * directory has one broker at a time.
 *
 * <p>A broker never ends the JVM it lives in. If it fails beyond repair it says so in the log and in {@link #failure()}.
 * Its threads keep the JVM alive until {@link #close()}. Any thread may call any method.
 */
public final class EmbeddedKafka implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedKafka.class);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(15);
    private static final Duration STOP_PATIENCE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration STOP_GRACE = Duration.ofSeconds(15);

    private final DirectoryLock lock;
    private final ListenSockets sockets;
    private final String bootstrapServers;
    private final Faults faults;
    private final BrokerThreads threads;
    private final KraftNode node;
    private boolean closed;

    private EmbeddedKafka(DirectoryLock lock, ListenSockets sockets, BrokerOptions options) throws Exception {
        this.lock = lock;
        this.sockets = sockets;
        this.bootstrapServers = ListenSockets.HOST + ":" + sockets.clients().getPort();
        this.faults = new Faults(lock.directory());
        this.threads = new BrokerThreads("broker " + bootstrapServers, faults);
        Path logs = lock.directory().resolve("logs");
        KafkaConfig config =
                KafkaConfig.fromProps(BrokerProperties.of(options, logs, sockets, lock.lastOwnerWasKilled()), false);
        this.node = KraftNode.on(config, sockets, faults);
    }

    /** Starts a broker on a directory, with {@link BrokerOptions#standard() standard} options. */
    public static EmbeddedKafka start(Path directory) {
        return start(directory, BrokerOptions.standard());
    }

    /**
     * Starts a broker on a directory, which is created if need be, and returns when it serves clients.
     *
     * @throws DirectoryInUseException if another broker, here or in another process, has the directory
     * @throws BrokerException if the directory or the port cannot be used, or the broker does not come up
     */
    public static EmbeddedKafka start(Path directory, BrokerOptions options) {
        QuietLoggers.set();
        DirectoryLock lock = DirectoryLock.acquire(directory);
        EmbeddedKafka kafka;
        try {
            kafka = prepare(lock, options);
        } catch (BrokerException e) {
            lock.undo();
            throw e;
        }
        kafka.run();
        return kafka;
    }

    private static EmbeddedKafka prepare(DirectoryLock lock, BrokerOptions options) {
        ListenSockets sockets = ListenSockets.bind(options.port());
        try {
            return new EmbeddedKafka(lock, sockets, options);
        } catch (Throwable e) { // an Error, too, must not leave the directory locked for the rest of this JVM's life
            sockets.close();
            throw notStarted(lock.directory(), e);
        }
    }

    private static BrokerException notStarted(Path directory, Throwable cause) {
        return cause instanceof BrokerException already
                ? already
                : new BrokerException("Cannot start a broker on " + directory + ": " + cause, cause);
    }

    private void run() {
        CompletableFuture<Void> started = threads.run("broker-start", node::start);
        CompletableFuture<Void> failed = faults.fatal().thenCompose(CompletableFuture::failedFuture);
        try {
            CompletableFuture.anyOf(started, failed).join();
        } catch (CompletionException e) {
            close();
            throw notStarted(directory(), Objects.requireNonNullElse(e.getCause(), e));
        }
    }

    /** Where clients find the broker: the value for their {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** The directory the broker runs on. */
    public Path directory() {
        return lock.directory();
    }

    /** What has ended this broker before its time, if anything has; it is to be closed then. */
    public Optional<BrokerException> failure() {
        return Optional.ofNullable(faults.fatal().getNow(null));
    }

    /** Stops the broker; its data stays in the directory. Closing it again does nothing. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean stopped = stop();
        sockets.close();
        if (stopped && failure().isEmpty()) {
            lock.close();
        } else {
            lock.closeAfterFailure();
        }
    }

    private boolean stop() {
        Duration patience = failure().isPresent() ? STOP_PATIENCE_AFTER_FAILURE : STOP_PATIENCE;
        try {
            threads.run("broker-stop", () -> node.stop(patience))
                    .orTimeout(patience.toMillis() + STOP_GRACE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
            return true;
        } catch (CompletionException e) {
            LOG.warn("The broker on {} did not stop cleanly", directory(), e.getCause());
            return false;
        }
    }
}
