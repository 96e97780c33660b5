package dev.millrace.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a child broker prints: read to the end by a thread of its own, lest the child block on a full pipe, with an eye
 * on the line that says it is ready.
 */
final class ChildOutput {
    private static final Logger LOG = LoggerFactory.getLogger(ChildBroker.class);
    private static final int LINES_KEPT = 20;

    private final Process process;
    private final CompletableFuture<String> bootstrapServers = new CompletableFuture<>();
    private final Deque<String> lastLines = new ArrayDeque<>();

    private ChildOutput(Process process) {
        this.process = process;
    }

    /** Starts reading what a process prints. */
    static ChildOutput of(Process process) {
        ChildOutput output = new ChildOutput(process);
        Thread reader = new Thread(output::read, "output of broker " + process.pid());
        reader.setDaemon(true);
        reader.start();
        return output;
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                accept(line);
            }
        } catch (IOException e) {
            LOG.debug("The output of broker process {} broke off", process.pid(), e);
        }
        bootstrapServers.completeExceptionally(
                new BrokerException("The broker process ended before it was ready. It said:\n" + lastLines()));
    }

    private void accept(String line) {
        if (line.startsWith(BrokerProcess.READY)) {
            bootstrapServers.complete(line.substring(BrokerProcess.READY.length()));
            return;
        }
        LOG.debug("Broker process {}: {}", process.pid(), line);
        synchronized (lastLines) {
            lastLines.add(line);
            if (lastLines.size() > LINES_KEPT) {
                lastLines.remove();
            }
        }
    }

    private String lastLines() {
        synchronized (lastLines) {
            return String.join("\n", lastLines);
        }
    }

    /** Waits until the broker is ready and tells where. */
    String awaitReady(Duration patience) {
        try {
            return bootstrapServers
                    .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof TimeoutException) {
                throw new BrokerException(
                        "The broker process " + process.pid() + " was not ready after " + patience.toSeconds()
                                + " s. It said:\n" + lastLines(),
                        e);
            }
            throw e.getCause() instanceof BrokerException known ? known : e;
        }
    }
}
