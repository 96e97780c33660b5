package dev.millrace.runtime.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A {@link MortalApplication} in a JVM of its own. */
final class ApplicationProcess {

    /** What was replayed of one changelog when the application came back. */
    record Restored(String changelog, long records, long endOffset) {}

    private final Process process;
    private final CountDownLatch running = new CountDownLatch(1);
    private final List<Restored> restored = Collections.synchronizedList(new ArrayList<>());
    private final List<String> said = Collections.synchronizedList(new ArrayList<>());

    private ApplicationProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "application-output");
        reader.setDaemon(true);
        reader.start();
    }

    static ApplicationProcess start(String bootstrapServers, Path stateDir, String guarantee) {
        try {
            return new ApplicationProcess(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            MortalApplication.class.getName(),
                            bootstrapServers,
                            stateDir.toString(),
                            guarantee)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void read() {
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            output.lines().forEach(this::understand);
        } catch (IOException | UncheckedIOException closed) {
            // the process was killed, and its output with it
        }
    }

    private void understand(String line) {
        said.add(line);
        if (line.equals(MortalApplication.RUNNING)) {
            running.countDown();
        } else if (line.startsWith(MortalApplication.RESTORED)) {
            String[] words = line.split(" ", -1);
            restored.add(new Restored(words[1], Long.parseLong(words[2]), Long.parseLong(words[3])));
        }
    }

    void awaitRunning() throws InterruptedException {
        if (!running.await(60, TimeUnit.SECONDS)) {
            String state = process.isAlive() ? "alive" : "dead";
            dumpThreads();
            process.destroyForcibly();
            throw new AssertionError("The application did not come up; it is %s and said:%n%s"
                    .formatted(state, String.join(System.lineSeparator(), said)));
        }
    }

    /** Makes the JVM print what its threads are doing, among all else that it says. */
    private void dumpThreads() throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid()))
                    .start()
                    .waitFor(5, TimeUnit.SECONDS);
            process.waitFor(1, TimeUnit.SECONDS);
        } catch (IOException failure) {
            said.add("no thread dump: " + failure);
        }
    }

    /** Ends the process as the kernel does when memory is short: nothing in it gets to finish anything. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("The application survives SIGKILL");
        }
    }

    List<Restored> restored() {
        synchronized (restored) {
            return List.copyOf(restored);
        }
    }
}
