package dev.millrace.benchmarks.broker;

import dev.millrace.benchmarks.trial.Engines;
import dev.millrace.benchmarks.trial.Machine;
import dev.millrace.benchmarks.trial.Options;
import dev.millrace.benchmarks.trial.Running;
import dev.millrace.benchmarks.trial.TrialProcess;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One engine, in a JVM of its own, restores a store from its changelog and then shows some of its rows. */
final class RestoreTrial {
    private static final int PATIENCE_SECONDS = 60;
    private static final int ROWS_SHOWN = 1_000;

    private RestoreTrial() {}

    public static void main(String[] arguments) throws Exception {
        TrialProcess.endOnFailure();
        Options options = Options.ofTrial(List.of(arguments));
        RestoreMeter meter = new RestoreMeter(Cluster.PARTITIONS);
        Running running =
                Engines.start(options.get("engine"), options.workload(), ServingTrial.settings(options), meter);
        double seconds = meter.awaitSeconds(PATIENCE_SECONDS);
        check(running, new Rows(options.number("keys"), options.number("value-bytes")), meter.records());
        TrialProcess.report(seconds + " " + Machine.cpuNs() / 1e9 + " " + Machine.peakMemoryMb());
        running.close();
        Machine.delete(Path.of(options.get("state")));
        System.exit(0);
    }

    private static void check(Running running, Rows rows, long restored) throws InterruptedException {
        if (restored != rows.count()) {
            throw new IllegalStateException(restored + " records were restored, not " + rows.count());
        }
        for (int i = 0; i < ROWS_SHOWN; i++) {
            int row = i * (rows.count() / ROWS_SHOWN);
            String expected = new String(rows.value(row), StandardCharsets.US_ASCII);
            String found = patiently(running, new String(rows.key(row), StandardCharsets.US_ASCII));
            if (!expected.equals(found)) {
                throw new IllegalStateException("Row " + row + " is " + found + ", not " + expected);
            }
        }
    }

    /** Asks again while the program is not running yet. */
    private static @Nullable String patiently(Running running, String key) throws InterruptedException {
        for (int attempt = 0; ; attempt++) {
            try {
                return running.value(Rows.STORE, key);
            } catch (RuntimeException notYet) {
                if (attempt == PATIENCE_SECONDS * 10) {
                    throw notYet;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }
}
