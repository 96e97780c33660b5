package dev.millrace.benchmarks.broker;

import dev.millrace.benchmarks.input.Records;
import dev.millrace.benchmarks.input.Topics;
import dev.millrace.benchmarks.trial.Machine;
import dev.millrace.benchmarks.trial.Options;
import dev.millrace.benchmarks.trial.TrialProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** Sends records at a fixed rate, and measures how long each takes from the input topic to a consumer of the output. */
public final class LatencyHarness {
    private static final List<String> WORKLOADS = List.of("stateless", "count_uncached");
    private static final Map<String, String> DEFAULTS = Map.of(
            "heap", "1g",
            "keys", "100000",
            "rate", "20000",
            "seconds", "15",
            "guarantees", "at_least_once,exactly_once_v2",
            "engines", "reference,millrace",
            "rounds", "3");
    private static final double[] PERCENTILES = {50, 99, 99.9};

    private final Options options;
    private final Cluster cluster;
    private int applications;

    private LatencyHarness(Options options, Cluster cluster) {
        this.options = options;
        this.cluster = cluster;
    }

    /** Measures the workloads named; whether all records came out. */
    public static boolean run(List<String> arguments) throws IOException, InterruptedException, ExecutionException {
        Options options = Options.parse(arguments, DEFAULTS, WORKLOADS);
        try (Cluster cluster = Cluster.start()) {
            cluster.create(Topics.TABLE);
            return new LatencyHarness(options, cluster).measure();
        }
    }

    private boolean measure() throws IOException, InterruptedException, ExecutionException {
        System.out.println("| guarantee | workload | engine | p50 ms | p99 ms | p99.9 ms |");
        System.out.println("|---|---|---|---:|---:|---:|");
        for (String guarantee : options.list("guarantees")) {
            for (String workload : options.workloads()) {
                Map<String, List<double[]>> rounds = new LinkedHashMap<>();
                for (int round = 0; round < options.number("rounds"); round++) {
                    for (String engine : options.list("engines")) {
                        rounds.computeIfAbsent(engine, name -> new ArrayList<>())
                                .add(trial(engine, guarantee, workload));
                    }
                }
                rounds.forEach((engine, results) -> print(guarantee, workload, engine, results));
            }
        }
        return true;
    }

    private static void print(String guarantee, String workload, String engine, List<double[]> rounds) {
        StringBuilder cells = new StringBuilder();
        for (int i = 0; i < PERCENTILES.length; i++) {
            int percentile = i;
            double[] sorted = rounds.stream()
                    .mapToDouble(round -> round[percentile])
                    .sorted()
                    .toArray();
            cells.append(String.format(Locale.ROOT, " %.1f |", sorted[sorted.length / 2]));
        }
        System.out.println("| " + guarantee + " | " + workload + " | " + engine + " |" + cells);
    }

    /** The percentiles of one run, in milliseconds. */
    private double[] trial(String engine, String guarantee, String workload)
            throws IOException, InterruptedException, ExecutionException {
        cluster.create(Topics.INPUT);
        cluster.create(Topics.OUTPUT);
        String application = "bench-" + applications++;
        Path state = Files.createTempDirectory("millrace-benchmark");
        TrialProcess trial = TrialProcess.start(
                ServingTrial.class,
                options.get("heap"),
                List.of(),
                options.toArguments(
                        workload,
                        Map.of(
                                "engine", engine,
                                "guarantee", guarantee,
                                "application", application,
                                "servers", cluster.bootstrapServers(),
                                "state", state.toString())));
        try (SteadyLoad load = new SteadyLoad(
                cluster,
                new Records(options.number("keys"), Records.Distribution.UNIFORM)::key,
                options.number("rate"))) {
            return percentiles(load.measure(options.number("seconds")));
        } finally {
            trial.stop();
            Machine.delete(state);
            cluster.cleanUpAfter(application);
            cluster.admin().deleteTopics(List.of(Topics.INPUT)).all().get();
        }
    }

    private static double[] percentiles(long[] latenciesNs) {
        Arrays.sort(latenciesNs);
        return Arrays.stream(PERCENTILES)
                .map(percent ->
                        latenciesNs[(int) Math.min(latenciesNs.length - 1, latenciesNs.length * percent / 100)] / 1e6)
                .toArray();
    }
}
