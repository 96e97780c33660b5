package dev.millrace.benchmarks.broker;

import dev.millrace.benchmarks.input.Records;
import dev.millrace.benchmarks.input.Topics;
import dev.millrace.benchmarks.trial.Machine;
import dev.millrace.benchmarks.trial.Options;
import dev.millrace.benchmarks.trial.Profile;
import dev.millrace.benchmarks.trial.TrialProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Measures how fast a store is restored from its changelog, and how soon after {@code kill -9} a program that is started again
 * has its first output: with its local state and without.
 */
public final class RestoreHarness {
    private static final String RESTORE = "restore";
    private static final String RESTART = "restart";
    private static final String WORKLOAD = "restored_join";
    private static final String APPLICATION = "bench";
    private static final int SECONDS_BEFORE_KILL = 5;
    private static final Map<String, String> DEFAULTS = Map.of(
            "heap", "1g",
            "keys", "2000000",
            "value-bytes", "230",
            "rate", "2000",
            "guarantees", "at_least_once,exactly_once_v2",
            "engines", "reference,millrace",
            "rounds", "3",
            "profile", "");

    private final Options options;
    private final Cluster cluster;
    private final Rows rows;

    private RestoreHarness(Options options, Cluster cluster) {
        this.options = options;
        this.cluster = cluster;
        this.rows = new Rows(options.number("keys"), options.number("value-bytes"));
    }

    /** Measures {@code restore}, {@code restart} or both; whether all went well. */
    public static boolean run(List<String> arguments) throws IOException, InterruptedException, ExecutionException {
        Options options = Options.parse(arguments, DEFAULTS, List.of(RESTORE, RESTART));
        try (Cluster cluster = Cluster.start()) {
            RestoreHarness harness = new RestoreHarness(options, cluster);
            cluster.create(Topics.INPUT);
            cluster.create(Topics.TABLE);
            cluster.create(Topics.OUTPUT);
            harness.rows.load(cluster, APPLICATION + "-" + Rows.STORE + "-changelog");
            boolean good = !options.workloads().contains(RESTORE) || harness.restore();
            if (options.workloads().contains(RESTART)) {
                harness.restart();
            }
            return good;
        }
    }

    private List<String> arguments(String engine, String guarantee, Path state) {
        return options.toArguments(
                WORKLOAD,
                Map.of(
                        "engine", engine,
                        "guarantee", guarantee,
                        "application", APPLICATION,
                        "servers", cluster.bootstrapServers(),
                        "state", state.toString()));
    }

    // ---- restore ----

    private boolean restore() throws IOException, InterruptedException, ExecutionException {
        System.out.println("| restore | seconds | MB/s | records/s | CPU s | peak MB | ratio |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|");
        Map<String, List<double[]>> rounds = new LinkedHashMap<>();
        for (int round = 0; round < options.number("rounds"); round++) {
            for (String engine : options.list("engines")) {
                double[] result = restoreOnce(engine);
                if (result == null) {
                    System.out.println("| " + engine + " | failed |");
                    return false;
                }
                rounds.computeIfAbsent(engine, name -> new ArrayList<>()).add(result);
            }
        }
        double firstSeconds = median(rounds.values().iterator().next())[0];
        rounds.forEach((engine, results) -> {
            double[] median = median(results);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %.2f | %.0f | %,.0f | %.1f | %.0f | %.2f |%n",
                    engine,
                    median[0],
                    rows.bytes() / 1e6 / median[0],
                    rows.count() / median[0],
                    median[1],
                    median[2],
                    firstSeconds / median[0]);
        });
        return true;
    }

    /** Seconds of restoration, processor seconds, peak memory in MiB. */
    private double @Nullable [] restoreOnce(String engine)
            throws IOException, InterruptedException, ExecutionException {
        cluster.awaitEmptyGroup(APPLICATION);
        Path state = Files.createTempDirectory("millrace-benchmark");
        String event = options.get("profile");
        Path profile = Path.of("restore-" + engine + "-" + event + ".collapsed");
        String line = TrialProcess.start(
                        RestoreTrial.class,
                        options.get("heap"),
                        event.isEmpty() ? List.of() : Profile.jvmOptions(event, profile),
                        arguments(engine, "at_least_once", state))
                .result();
        if (!event.isEmpty()) {
            System.err.print(Profile.table("restore, " + engine, profile));
        }
        if (line == null) {
            return null;
        }
        String[] parts = line.split(" ", -1);
        return new double[] {Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2])};
    }

    private static double[] median(List<double[]> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(round -> round[0]))
                .toList()
                .get(rounds.size() / 2);
    }

    // ---- restart ----

    private void restart() throws IOException, InterruptedException, ExecutionException {
        System.out.println("| restart | guarantee | first output with state, s | without state, s |");
        System.out.println("|---|---|---:|---:|");
        for (String guarantee : options.list("guarantees")) {
            Map<String, List<double[]>> rounds = new LinkedHashMap<>();
            for (int round = 0; round < options.number("rounds"); round++) {
                for (String engine : options.list("engines")) {
                    rounds.computeIfAbsent(engine, name -> new ArrayList<>()).add(restartTwice(engine, guarantee));
                }
            }
            rounds.forEach((engine, results) -> System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.1f | %.1f |%n",
                    engine,
                    guarantee,
                    medianOf(results, 0),
                    medianOf(results, 1)));
        }
    }

    private static double medianOf(List<double[]> rounds, int column) {
        double[] sorted =
                rounds.stream().mapToDouble(round -> round[column]).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    /** The seconds to the first output with local state, and without. */
    private double[] restartTwice(String engine, String guarantee)
            throws IOException, InterruptedException, ExecutionException {
        cluster.awaitEmptyGroup(APPLICATION);
        Path state = Files.createTempDirectory("millrace-benchmark");
        TrialProcess trial = serve(engine, guarantee, state);
        try (SteadyLoad load =
                new SteadyLoad(cluster, i -> rows.key((Records.mix(i) >>> 1) % rows.count()), options.number("rate"))) {
            load.start();
            double[] seconds = new double[2];
            for (int i = 0; i < seconds.length; i++) {
                TimeUnit.SECONDS.sleep(SECONDS_BEFORE_KILL);
                trial.kill();
                cluster.awaitEmptyGroup(APPLICATION);
                load.awaitSilence();
                if (i == 1) {
                    Machine.delete(state);
                }
                trial = serve(engine, guarantee, state);
                seconds[i] = load.secondsToOutput();
            }
            return seconds;
        } finally {
            trial.stop();
            Machine.delete(state);
        }
    }

    private TrialProcess serve(String engine, String guarantee, Path state) throws IOException {
        return TrialProcess.start(
                ServingTrial.class, options.get("heap"), List.of(), arguments(engine, guarantee, state));
    }
}
