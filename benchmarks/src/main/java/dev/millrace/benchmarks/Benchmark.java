package dev.millrace.benchmarks;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The command: runs each workload on both engines, one after the other, and prints a table. */
public final class Benchmark {
    static final String REFERENCE = "reference";
    static final String MILLRACE = "millrace";
    static final String WRITTEN = "written ";
    static final String MEASURED = "measured ";
    private static final List<String> WORKLOADS =
            List.of("stateless", "count_uncached", "count_cached", "window_count");

    private Benchmark() {}

    /** Measures the workloads named; all, if none is. */
    public static void main(String[] workloads) throws Exception {
        System.out.println(
                "| workload | reference rec/s | millrace rec/s | ratio | reference B/rec | millrace B/rec |");
        System.out.println("|---|---:|---:|---:|---:|---:|");
        for (String workload : workloads.length == 0 ? WORKLOADS : List.of(workloads)) {
            Result reference = trial(REFERENCE, workload);
            Result millrace = trial(MILLRACE, workload);
            System.out.println(row(workload, reference, millrace));
        }
    }

    private static String row(String workload, Result reference, Result millrace) {
        if (!reference.written.equals(millrace.written)) {
            return String.format(
                    "| %s | the engines wrote different results: %s, %s |",
                    workload, reference.written, millrace.written);
        }
        return String.format(
                Locale.ROOT,
                "| %s | %,d | %,d | %.2f | %d | %d |",
                workload,
                reference.recordsPerSecond,
                millrace.recordsPerSecond,
                (double) millrace.recordsPerSecond / reference.recordsPerSecond,
                reference.bytesPerRecord,
                millrace.bytesPerRecord);
    }

    private static Result trial(String engine, String workload) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process trial = new ProcessBuilder(
                        java,
                        "-Xms1g",
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Trial.class.getName(),
                        engine,
                        workload)
                .redirectError(Redirect.INHERIT)
                .start();
        List<String> lines = new String(trial.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        return trial.waitFor() == 0 ? Result.of(lines) : Result.FAILED;
    }

    /** What a trial printed. */
    private record Result(String written, long recordsPerSecond, long bytesPerRecord) {
        static final Result FAILED = new Result("nothing (it failed)", 0, 0);

        static Result of(List<String> lines) {
            String[] measured = after(MEASURED, lines).split(" ", -1);
            return new Result(after(WRITTEN, lines), Long.parseLong(measured[0]), Long.parseLong(measured[1]));
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
