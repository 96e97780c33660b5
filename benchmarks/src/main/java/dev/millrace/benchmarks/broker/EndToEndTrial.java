package dev.millrace.benchmarks.broker;

import dev.millrace.benchmarks.input.Topics;
import dev.millrace.benchmarks.trial.Engines;
import dev.millrace.benchmarks.trial.Machine;
import dev.millrace.benchmarks.trial.Options;
import dev.millrace.benchmarks.trial.Running;
import dev.millrace.benchmarks.trial.TrialProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;

/** One engine, in a JVM of its own, works through the input until its group's lag is 0. */
final class EndToEndTrial {
    private static final int PATIENCE_SECONDS = 300;

    private EndToEndTrial() {}

    public static void main(String[] arguments) throws Exception {
        TrialProcess.endOnFailure();
        Options options = Options.ofTrial(List.of(arguments));
        Path state = Files.createTempDirectory("millrace-benchmark");
        int warmUp = options.number("warm-up");
        int measured = options.number("records");
        DeliveryMeter meter = new DeliveryMeter(warmUp, measured);
        try {
            Running running = Engines.start(options.get("engine"), options.workload(), settings(options, state), meter);
            meter.await(PATIENCE_SECONDS);
            awaitNoLag(options, warmUp + measured);
            long endNs = System.nanoTime();
            long cpuNs = Machine.cpuNs() - meter.startCpuNs();
            TrialProcess.report(new Throughput(
                            measured * 1e9 / (endNs - meter.startNs()),
                            measured * 1e9 / (meter.lastNs() - meter.startNs()),
                            cpuNs / 1e3 / measured,
                            Machine.peakMemoryMb())
                    .toLine());
            running.close();
        } finally {
            Machine.delete(state);
        }
        System.exit(0);
    }

    private static Map<String, String> settings(Options options, Path state) {
        Map<String, String> settings = new HashMap<>();
        settings.put("application.id", options.get("application"));
        settings.put("bootstrap.servers", options.get("servers"));
        settings.put("processing.guarantee", options.get("guarantee"));
        settings.put("num.stream.threads", options.get("threads"));
        settings.put("state.dir", state.toString());
        if (options.get("guarantee").equals("at_least_once")) {
            settings.put("commit.interval.ms", "1000");
        }
        for (String setting : options.list("settings")) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                settings.put(setting.substring(0, equals), setting.substring(equals + 1));
            }
        }
        return settings;
    }

    private static void awaitNoLag(Options options, long expected) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", options.get("servers")))) {
            for (int attempt = 0; committed(admin, options.get("application")) < expected; attempt++) {
                if (attempt == PATIENCE_SECONDS * 50) {
                    throw new IllegalStateException("The group still has lag after " + PATIENCE_SECONDS + " seconds");
                }
                TimeUnit.MILLISECONDS.sleep(20);
            }
        }
    }

    private static long committed(Admin admin, String group) throws InterruptedException, ExecutionException {
        long sum = 0;
        for (var offset : admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get()
                .entrySet()) {
            if (offset.getKey().topic().equals(Topics.INPUT)) {
                sum += offset.getValue().offset();
            }
        }
        return sum;
    }
}
