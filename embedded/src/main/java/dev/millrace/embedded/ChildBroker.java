package dev.millrace.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A broker in a JVM of its own, started from this JVM's class path: one that can be killed, and whose heap and threads
 * are not the caller's.
 *
 * <p>It ends with this JVM at the latest, however that ends. Any thread may call any method.
 */
public final class ChildBroker implements AutoCloseable {
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(40);
    private static final String HEAP_LIMIT = "-Xmx512m";

    private final Process process;
    private final String bootstrapServers;

    private ChildBroker(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    /** Starts a broker on a directory, with {@link BrokerOptions#standard() standard} options. */
    public static ChildBroker start(Path directory) {
        return start(directory, BrokerOptions.standard());
    }

    /**
     * Starts a broker on a directory, which is created if need be, and returns when it serves clients.
     *
     * @throws BrokerException if it does not come up; the message holds what the process said
     */
    public static ChildBroker start(Path directory, BrokerOptions options) {
        Process process = launch(new BrokerArguments(directory.toAbsolutePath().toString(), options, true));
        try {
            return new ChildBroker(process, ChildOutput.of(process).awaitReady(START_PATIENCE));
        } catch (BrokerException e) {
            end(process.destroyForcibly());
            throw e;
        }
    }

    private static Process launch(BrokerArguments arguments) {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), HEAP_LIMIT, BrokerProcess.class.getName()));
        command.addAll(arguments.toCommandLine());
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new BrokerException("Cannot start a process for a broker with " + java, e);
        }
    }

    /** Where clients find the broker: the value for their {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return bootstrapServers;
    }

    /** The id of the broker's process. */
    public long pid() {
        return process.pid();
    }

    /** Whether the broker's process is there. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Kills the process (SIGKILL) and returns when it is gone; nothing in it gets to finish anything. */
    public void kill() {
        end(process.destroyForcibly());
    }

    /** Stops the broker; its data stays in the directory. Does nothing if it is gone already. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            // The process is gone: what was to be achieved.
        }
        end(process);
    }

    private static void end(Process process) {
        try {
            if (!process.waitFor(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
