package dev.millrace.benchmarks.broker;

import dev.millrace.benchmarks.trial.Engines;
import dev.millrace.benchmarks.trial.Options;
import dev.millrace.benchmarks.trial.Running;
import dev.millrace.benchmarks.trial.TrialProcess;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One engine, in a JVM of its own, that works until its standard input is closed. */
final class ServingTrial {
    private ServingTrial() {}

    public static void main(String[] arguments) throws Exception {
        TrialProcess.endOnFailure();
        Options options = Options.ofTrial(List.of(arguments));
        Running running = Engines.start(
                options.get("engine"), options.workload(), settings(options), new DeliveryMeter(0, Long.MAX_VALUE));
        while (System.in.read() >= 0) {
            // Nothing is ever written to it.
        }
        running.close();
        System.exit(0);
    }

    /** What a program is started with whose group is to notice soon that a member was killed. */
    static Map<String, String> settings(Options options) {
        Map<String, String> settings = new HashMap<>();
        settings.put("application.id", options.get("application"));
        settings.put("bootstrap.servers", options.get("servers"));
        settings.put("processing.guarantee", options.get("guarantee"));
        settings.put("state.dir", options.get("state"));
        settings.put("session.timeout.ms", "6000");
        settings.put("heartbeat.interval.ms", "1000");
        if (options.get("guarantee").equals("at_least_once")) {
            settings.put("commit.interval.ms", "1000");
        }
        return settings;
    }
}
