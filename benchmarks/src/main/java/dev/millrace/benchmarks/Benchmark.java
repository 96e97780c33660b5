package dev.millrace.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The command: runs each workload on both engines, one after the other, and prints a table. */
public final class Benchmark {
    static final String REFERENCE = "reference";
    static final String MILLRACE = "millrace";
    static final String WRITTEN = "written ";
    static final String MEASURED = "measured ";

    private Benchmark() {}

    /** Measures the workloads named; all, if none is. Exits with 1 if a trial failed or the engines differ. */
    public static void main(String[] arguments) throws Exception {
        Options options = Options.parse(List.of(arguments));
        System.out.println("| workload | engine | rec/s | rec/CPU s | B/rec | peak MB | ratio |");
        System.out.println("|---|---|---:|---:|---:|---:|---:|");
        boolean good = true;
        for (String workload : options.workloads()) {
            Result reference = trial(REFERENCE, options, workload);
            Result millrace = trial(MILLRACE, options, workload);
            good &= report(workload, reference, millrace);
        }
        System.exit(good ? 0 : 1);
    }

    private static boolean report(String workload, Result reference, Result millrace) {
        if (reference.equals(Result.FAILED) || !reference.written.equals(millrace.written)) {
            System.out.printf(
                    "| %s | the engines wrote different results: %s, %s |%n",
                    workload, reference.written, millrace.written);
            return false;
        }
        System.out.println(row(workload, REFERENCE, reference, reference));
        System.out.println(row(workload, MILLRACE, millrace, reference));
        return true;
    }

    private static String row(String workload, String engine, Result result, Result reference) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %,d | %,d | %d | %d | %.2f |",
                workload,
                engine,
                result.recordsPerSecond,
                result.recordsPerCpuSecond,
                result.bytesPerRecord,
                result.peakMemoryKb / 1024,
                (double) result.recordsPerSecond / reference.recordsPerSecond);
    }

    private static Result trial(String engine, Options options, String workload)
            throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xms" + options.heap(),
                "-Xmx" + options.heap(),
                "-cp",
                System.getProperty("java.class.path"),
                Trial.class.getName(),
                engine));
        command.addAll(options.forOne(workload));
        Process trial =
                new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
        List<String> lines = new String(trial.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return trial.waitFor() == 0 ? Result.of(lines) : Result.FAILED;
    }

    /** What a trial printed. */
    private record Result(
            String written, long recordsPerSecond, long recordsPerCpuSecond, long bytesPerRecord, long peakMemoryKb) {
        static final Result FAILED = new Result("nothing (it failed)", 0, 0, 0, 0);

        static Result of(List<String> lines) {
            String[] measured = after(MEASURED, lines).split(" ", -1);
            return new Result(
                    after(WRITTEN, lines),
                    Long.parseLong(measured[0]),
                    Long.parseLong(measured[1]),
                    Long.parseLong(measured[2]),
                    Long.parseLong(measured[3]));
        }

        private static String after(String label, List<String> lines) {
            return lines.stream()
                    .filter(line -> line.startsWith(label))
                    .map(line -> line.substring(label.length()))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
