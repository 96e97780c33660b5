package dev.millrace.benchmarks;

import dev.millrace.benchmarks.memory.Feed;
import dev.millrace.benchmarks.memory.MemoryCluster;
import dev.millrace.benchmarks.memory.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * One workload on one engine, in a JVM of its own. Runs a short input to its end, to compare what the engines write, then an
 * endless one, to measure; prints both results.
 */
final class Trial {
    private static final int CHECKED_RECORDS = 300_000;
    private static final int WARM_UP_SECONDS = 3;
    private static final int ROUND_SECONDS = 2;
    private static final int PATIENCE_SECONDS = 60;

    private final Options options;
    private final String workload;
    private final ClassLoader programs;

    private Trial(String engine, Options options) {
        ClassLoader ours = Trial.class.getClassLoader();
        this.programs = engine.equals(Benchmark.REFERENCE) ? new RenamingLoader(ours) : ours;
        this.options = options;
        this.workload = options.workloads().get(0);
    }

    public static void main(String[] arguments) throws Exception {
        Trial trial = new Trial(arguments[0], Options.parse(List.of(arguments).subList(1, arguments.length)));
        String written = trial.check();
        System.out.println(Result.line(written, trial.measure(), peakMemoryKb()));
        System.exit(0);
    }

    private String check() throws Exception {
        Meter unused = new Meter(PATIENCE_SECONDS, PATIENCE_SECONDS, 1);
        MemoryCluster cluster = new MemoryCluster(feed(CHECKED_RECORDS, unused), true);
        run(cluster, () -> {
            for (int i = 0; cluster.committedOffset() < CHECKED_RECORDS; i++) {
                require(i < PATIENCE_SECONDS * 100, "committed no more than " + cluster.committedOffset());
                Thread.sleep(10);
            }
        });
        // With a cache, how many updates come out is each engine's own affair; the last ones must be the same.
        String outputs = workload.equals("stateless") || workload.endsWith("uncached")
                ? " outputs=" + cluster.outputRecords()
                : "";
        return cluster.digest() + outputs;
    }

    private Feed feed(long endOffset, Meter meter) {
        return new Feed(endOffset, options.keys(), options.distribution(), meter);
    }

    private Meter.Round measure() throws Exception {
        Meter meter = new Meter(WARM_UP_SECONDS, ROUND_SECONDS, options.rounds());
        MemoryCluster cluster = new MemoryCluster(feed(Long.MAX_VALUE, meter), false);
        run(
                cluster,
                () -> require(
                        meter.await(PATIENCE_SECONDS + options.rounds() * ROUND_SECONDS), "did not finish its rounds"));
        return meter.median();
    }

    /** The most memory this process has had (Linux). */
    private static long peakMemoryKb() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            String peak =
                    lines.filter(line -> line.startsWith("VmHWM:")).findFirst().orElseThrow();
            return Long.parseLong(peak.replaceAll("[^0-9]", ""));
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(workload + " " + otherwise + " within " + PATIENCE_SECONDS + " seconds");
        }
    }

    private void run(MemoryCluster cluster, Wait wait) throws Exception {
        Path state = Files.createTempDirectory("millrace-benchmark");
        try {
            AutoCloseable running = (AutoCloseable) programs.loadClass(RenamingLoader.PROGRAMS + "Run")
                    .getMethod("start", String.class, String.class, boolean.class, MemoryCluster.class, String.class)
                    .invoke(null, workload, options.guarantee(), options.inMemory(), cluster, state.toString());
            wait.untilDone();
            running.close();
        } finally {
            delete(state);
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(directory)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }

    /** Waits for what a run is about. */
    @FunctionalInterface
    private interface Wait {
        void untilDone() throws InterruptedException;
    }
}
