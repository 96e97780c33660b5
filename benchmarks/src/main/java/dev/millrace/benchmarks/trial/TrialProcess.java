package dev.millrace.benchmarks.trial;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A trial in a JVM of its own, which prints its result as one line. */
public final class TrialProcess {
    private static final String MARK = "result ";

    private final Process process;

    private TrialProcess(Process process) {
        this.process = process;
    }

    /** Starts one with this JVM's class path; its errors are shown. */
    public static TrialProcess start(Class<?> main, String heap, List<String> jvmOptions, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xms" + heap);
        command.add("-Xmx" + heap);
        command.addAll(jvmOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new TrialProcess(
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start());
    }

    /** Called by a trial before anything else: whatever it does not catch ends its JVM. */
    public static void endOnFailure() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
    }

    /** Prints a trial's result, for {@link #result()} of the harness. */
    public static void report(String result) {
        System.out.println(MARK + result);
    }

    /** Waits for the end; null if the trial failed or printed no result. */
    public @Nullable String result() throws IOException, InterruptedException {
        String result = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(MARK))
                .map(line -> line.substring(MARK.length()))
                .findFirst()
                .orElse(null);
        return process.waitFor() == 0 ? result : null;
    }

    /** Ends one that works until its standard input is closed. */
    public void stop() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }

    /** Kills it, as {@code kill -9} does, and waits until it is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
