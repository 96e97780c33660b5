package dev.millrace.benchmarks.engine;

import dev.millrace.benchmarks.input.Records;
import dev.millrace.benchmarks.memory.Feed;
import dev.millrace.benchmarks.memory.MemoryCluster;
import dev.millrace.benchmarks.memory.Meter;
import dev.millrace.benchmarks.trial.Engines;
import dev.millrace.benchmarks.trial.Machine;
import dev.millrace.benchmarks.trial.Options;
import dev.millrace.benchmarks.trial.Running;
import dev.millrace.benchmarks.trial.TrialProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One workload on one engine, in a JVM of its own. Runs a short input to its end, to compare what the engines write, then an
 * endless one, to measure; prints both results.
 */
final class EngineTrial {
    private static final int CHECKED_RECORDS = 300_000;
    private static final int WARM_UP_SECONDS = 3;
    /** 20 s of event time: as long as the longest windows that fill with records. */
    private static final long WARM_UP_RECORDS = 20_000L * Records.PER_MS;

    private static final int ROUND_SECONDS = 2;
    private static final int PATIENCE_SECONDS = 180;
    private static final String IN_MEMORY_STORES = "state.BuiltInDslStoreSuppliers$InMemoryDslStoreSuppliers";

    private final Options options;

    private EngineTrial(Options options) {
        this.options = options;
    }

    public static void main(String[] arguments) throws Exception {
        TrialProcess.endOnFailure();
        EngineTrial trial = new EngineTrial(Options.ofTrial(List.of(arguments)));
        String written = trial.check();
        TrialProcess.report(Result.line(written, trial.measure(), Machine.peakMemoryMb()));
        System.exit(0);
    }

    private String check() throws Exception {
        Meter unused = new Meter(PATIENCE_SECONDS, 0, PATIENCE_SECONDS, 1);
        MemoryCluster cluster = new MemoryCluster(feed(CHECKED_RECORDS, unused), true);
        run(
                cluster,
                () -> require(
                        cluster.awaitSettled(CHECKED_RECORDS, PATIENCE_SECONDS),
                        "committed no more than " + cluster.committedRecords()));
        // With a cache, how many updates come out is each engine's own affair; the last ones must be the same.
        String outputs =
                options.workload().equals("stateless") || options.workload().endsWith("uncached")
                        ? " outputs=" + cluster.outputRecords()
                        : "";
        return cluster.digest() + outputs;
    }

    private Feed feed(long endOffset, Meter meter) {
        return new Feed(
                endOffset,
                new Records(
                        options.number("keys"),
                        Records.Distribution.valueOf(options.get("distribution").toUpperCase(Locale.ROOT))),
                options.workload().startsWith("stream_join") ? 2 : 1,
                meter);
    }

    private Meter.Round measure() throws Exception {
        Meter meter = new Meter(WARM_UP_SECONDS, WARM_UP_RECORDS, ROUND_SECONDS, options.number("rounds"));
        MemoryCluster cluster = new MemoryCluster(feed(Long.MAX_VALUE, meter), false);
        run(
                cluster,
                () -> require(
                        meter.await(PATIENCE_SECONDS + options.number("rounds") * ROUND_SECONDS),
                        "did not finish its rounds"));
        return meter.median();
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(
                    options.workload() + " " + otherwise + " within " + PATIENCE_SECONDS + " seconds");
        }
    }

    private void run(MemoryCluster cluster, Wait wait) throws Exception {
        Path state = Files.createTempDirectory("millrace-benchmark");
        try {
            Running running = Engines.start(options.get("engine"), options.workload(), settings(state), cluster);
            wait.untilDone();
            running.close();
        } finally {
            Machine.delete(state);
        }
    }

    private Map<String, String> settings(Path state) {
        Map<String, String> settings = new HashMap<>();
        settings.put("processing.guarantee", options.get("guarantee"));
        settings.put("commit.interval.ms", "1000");
        settings.put("state.dir", state.toString());
        if (options.get("stores").equals("memory")) {
            settings.put("dsl.store.suppliers.class", Engines.apiPackage(options.get("engine")) + IN_MEMORY_STORES);
        }
        return settings;
    }

    /** Waits for what a run is about. */
    @FunctionalInterface
    private interface Wait {
        void untilDone() throws InterruptedException;
    }
}
