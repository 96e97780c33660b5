package dev.millrace.benchmarks.broker;

import dev.millrace.benchmarks.input.Records;
import dev.millrace.benchmarks.input.Topics;
import dev.millrace.benchmarks.trial.Options;
import dev.millrace.benchmarks.trial.Profile;
import dev.millrace.benchmarks.trial.TrialProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Runs each workload on both engines, in turns, from topic to topic through a real broker until nothing is left, compares what
 * they wrote, and prints a table; before it, what a bare consumer and a bare producer do on the same broker.
 */
public final class EndToEndHarness {
    private static final List<String> WORKLOADS = List.of("stateless", "count_uncached", "window_count", "table_join");
    private static final Map<String, String> DEFAULTS = Map.of(
            "heap", "1g",
            "keys", "100000",
            "records", "4000000",
            "warm-up", "3000000",
            "guarantees", "at_least_once,exactly_once_v2",
            "threads", "1,2",
            "engines", "reference,millrace",
            "rounds", "3",
            "settings", "",
            "profile", "");

    private final Options options;
    private final Cluster cluster;
    private int applications;

    private EndToEndHarness(Options options, Cluster cluster) {
        this.options = options;
        this.cluster = cluster;
    }

    /** Measures the workloads named; whether all came to an end, with the same results. */
    public static boolean run(List<String> arguments) throws IOException, InterruptedException, ExecutionException {
        Options options = Options.parse(arguments, DEFAULTS, WORKLOADS);
        try (Cluster cluster = Cluster.start()) {
            cluster.load(
                    new Records(options.number("keys"), Records.Distribution.UNIFORM),
                    options.number("warm-up") + options.number("records"));
            return new EndToEndHarness(options, cluster).measure();
        }
    }

    private boolean measure() throws IOException, InterruptedException, ExecutionException {
        System.out.println("| guarantee | threads | workload | engine | rec/s | delivered/s | CPU s/M | peak MB | ratio"
                + " | ratio delivered |");
        System.out.println("|---|---:|---|---|---:|---:|---:|---:|---:|---:|");
        bareConsumer();
        bareProducer();
        boolean good = true;
        for (String guarantee : options.list("guarantees")) {
            for (String threads : options.list("threads")) {
                for (String workload : options.workloads()) {
                    good &= measure(guarantee, threads, workload);
                }
            }
        }
        return good;
    }

    // ---- the ceiling ----

    private void bareConsumer() {
        try (TopicReader reader = new TopicReader(cluster.bootstrapServers(), Topics.INPUT)) {
            reader.skip(options.number("warm-up"));
            long startNs = System.nanoTime();
            long count = reader.count();
            ceiling("a bare consumer", count, System.nanoTime() - startNs);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // flush waits for all
    private void bareProducer() throws InterruptedException, ExecutionException {
        String topic = "bare-producer";
        cluster.create(topic);
        Records records = new Records(options.number("keys"), Records.Distribution.UNIFORM);
        int count = options.number("records");
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer()) {
            for (int i = 0; i < options.number("warm-up"); i++) {
                producer.send(new ProducerRecord<>(topic, records.key(i), records.value(i)));
            }
            producer.flush();
            long startNs = System.nanoTime();
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>(topic, records.key(i), records.value(i)));
            }
            producer.flush();
            ceiling("a bare producer", count, System.nanoTime() - startNs);
        }
        cluster.admin().deleteTopics(List.of(topic)).all().get();
    }

    private static void ceiling(String what, long records, long durationNs) {
        System.out.printf(Locale.ROOT, "| | | %s | | %,.0f | | | | | |%n", what, records * 1e9 / durationNs);
    }

    // ---- the engines ----

    private boolean measure(String guarantee, String threads, String workload)
            throws IOException, InterruptedException, ExecutionException {
        Map<String, List<Throughput>> rounds = new LinkedHashMap<>();
        String written = null;
        for (int round = 0; round < options.number("rounds"); round++) {
            for (String engine : options.list("engines")) {
                cluster.create(Topics.OUTPUT);
                String application = "bench-" + applications++;
                Throughput result = trial(engine, guarantee, threads, workload, application);
                String digest = digest(workload);
                cluster.cleanUpAfter(application);
                written = written == null ? digest : written;
                if (result == null || !digest.equals(written)) {
                    System.out.printf(
                            "| %s | %s | %s | %s | %s |%n",
                            guarantee,
                            threads,
                            workload,
                            engine,
                            result == null ? "failed" : "wrote something else: " + digest + ", not " + written);
                    return false;
                }
                rounds.computeIfAbsent(engine, name -> new ArrayList<>()).add(result);
            }
        }
        print(guarantee, threads, workload, rounds);
        return true;
    }

    private static void print(String guarantee, String threads, String workload, Map<String, List<Throughput>> rounds) {
        Throughput first = Throughput.median(rounds.values().iterator().next());
        rounds.forEach((engine, results) -> System.out.printf(
                "| %s | %s | %s | %s | %s |%n",
                guarantee, threads, workload, engine, Throughput.median(results).cells(first)));
    }

    private String digest(String workload) {
        // With a cache, how many updates come out is each engine's own affair; the last ones must be the same.
        try (TopicReader output = new TopicReader(cluster.bootstrapServers(), Topics.OUTPUT)) {
            return output.digest(!workload.equals("window_count"));
        }
    }

    private @Nullable Throughput trial(
            String engine, String guarantee, String threads, String workload, String application)
            throws IOException, InterruptedException {
        String event = options.get("profile");
        Path profile = Path.of(workload + "-" + application + "-" + engine + "-" + event + ".collapsed");
        String line = TrialProcess.start(
                        EndToEndTrial.class,
                        options.get("heap"),
                        event.isEmpty() ? List.of() : Profile.jvmOptions(event, profile),
                        options.toArguments(
                                workload,
                                Map.of(
                                        "engine", engine,
                                        "guarantee", guarantee,
                                        "threads", threads,
                                        "application", application,
                                        "servers", cluster.bootstrapServers())))
                .result();
        if (!event.isEmpty()) {
            System.err.print(Profile.table(workload + ", " + engine, profile));
        }
        TimeUnit.MILLISECONDS.sleep(500); // the broker has things to put away
        return line == null ? null : Throughput.parse(line);
    }
}
