package dev.millrace.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The command: runs each workload on both engines, one after the other, and prints a table. */
public final class Benchmark {
    static final String REFERENCE = "reference";

    private Benchmark() {}

    /** Measures the workloads named; all, if none is. Exits with 1 if a trial failed or the engines differ. */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.parse(List.of(arguments));
        System.out.println("| workload | engine | " + Result.COLUMNS + " | ratio |");
        System.out.println("|---|---|" + Result.ALIGNMENT + "|---:|");
        boolean good = true;
        for (String workload : options.workloads()) {
            good &= measure(workload, options);
        }
        System.exit(good ? 0 : 1);
    }

    /** Whether all trials of a workload came to an end, with the same result. */
    private static boolean measure(String workload, Options options) throws IOException, InterruptedException {
        Result first = null;
        for (String engine : options.engines()) {
            Result result = trial(engine, options, workload);
            if (result == null) {
                System.out.println("| " + workload + " | " + engine + " | failed |");
                return false;
            }
            first = first == null ? result : first;
            if (!result.written().equals(first.written())) {
                System.out.printf(
                        "| %s | the engines wrote different results: %s, %s |%n",
                        workload, first.written(), result.written());
                return false;
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %.2f |%n",
                    workload,
                    engine,
                    result.cells(),
                    result.recordsPerSecond() / first.recordsPerSecond());
        }
        return true;
    }

    private static @Nullable Result trial(String engine, Options options, String workload)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xms" + options.heap());
        command.add("-Xmx" + options.heap());
        Path profile = Path.of(workload + "-" + engine + "-" + options.profile() + ".collapsed");
        if (!options.profile().isEmpty()) {
            command.addAll(Profile.jvmOptions(options.profile(), profile));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Trial.class.getName(), engine));
        command.addAll(options.forOne(workload));
        Process trial =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        List<String> lines = new String(trial.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        Result result = trial.waitFor() == 0 ? Result.find(lines) : null;
        if (!options.profile().isEmpty()) {
            System.err.print(Profile.table(workload + ", " + engine, profile));
        }
        return result;
    }
}
