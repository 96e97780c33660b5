package dev.millrace.examples.flights;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A further instance of the program, as {@code --join} starts it, in a JVM of its own. */
final class OtherInstance implements AutoCloseable {
    private final Process process;

    private OtherInstance(Process process) {
        this.process = process;
    }

    static OtherInstance join(String bootstrapServers, String guarantee, Path stateDir) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new OtherInstance(new ProcessBuilder(
                        java,
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FlightsExample.class.getName(),
                        "--join",
                        "--bootstrap-servers",
                        bootstrapServers,
                        "--guarantee",
                        guarantee,
                        "--state-dir",
                        stateDir.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** SIGKILL: nothing in it gets to finish anything. */
    void kill() throws InterruptedException {
        if (!process.isAlive()) {
            throw new AssertionError("The other instance has ended by itself, with exit code " + process.exitValue());
        }
        process.destroyForcibly();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new AssertionError("The other instance survives SIGKILL");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
