package dev.millrace.benchmarks.engine;

import dev.millrace.benchmarks.trial.Options;
import dev.millrace.benchmarks.trial.Profile;
import dev.millrace.benchmarks.trial.TrialProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs each workload on both engines, one after the other, on polls made beforehand, and prints a table. */
public final class EngineHarness {
    private static final List<String> WORKLOADS = List.of(
            "no_sink",
            "stateless",
            "count_uncached",
            "count_cached",
            "window_count",
            "hopping_count",
            "sliding_count",
            "table_join",
            "table_table_join",
            "foreign_key_join",
            "suppress_count",
            "session_count",
            "stream_join_inner",
            "stream_join_left",
            "stream_join_outer");
    private static final Map<String, String> DEFAULTS = Map.of(
            "heap", "1g",
            "keys", "100000",
            "distribution", "uniform",
            "guarantee", "at_least_once",
            "stores", "rocksdb",
            "engines", "reference,millrace",
            "rounds", "5",
            "profile", "");

    private EngineHarness() {}

    /** Measures the workloads named; whether all came to an end, with the same results. */
    public static boolean run(List<String> arguments) throws IOException, InterruptedException {
        Options options = Options.parse(arguments, DEFAULTS, WORKLOADS);
        System.out.println("| workload | engine | " + Result.COLUMNS + " | ratio |");
        System.out.println("|---|---|" + Result.ALIGNMENT + "|---:|");
        boolean good = true;
        for (String workload : options.workloads()) {
            good &= measure(workload, options);
        }
        return good;
    }

    private static boolean measure(String workload, Options options) throws IOException, InterruptedException {
        Result first = null;
        for (String engine : options.list("engines")) {
            Result result = trial(engine, options, workload);
            if (result == null) {
                System.out.println("| " + workload + " | " + engine + " | failed |");
                return false;
            }
            first = first == null ? result : first;
            if (!result.written().equals(first.written())) {
                System.out.printf(
                        "| %s | the engines wrote different results: %s, %s |%n",
                        workload, first.written(), result.written());
                return false;
            }
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %s | %.2f |%n",
                    workload,
                    engine,
                    result.cells(),
                    result.recordsPerSecond() / first.recordsPerSecond());
        }
        return true;
    }

    private static @Nullable Result trial(String engine, Options options, String workload)
            throws IOException, InterruptedException {
        String event = options.get("profile");
        Path profile = Path.of(workload + "-" + engine + "-" + event + ".collapsed");
        TrialProcess trial = TrialProcess.start(
                EngineTrial.class,
                options.get("heap"),
                event.isEmpty() ? List.of() : Profile.jvmOptions(event, profile),
                options.toArguments(workload, Map.of("engine", engine)));
        String line = trial.result();
        if (!event.isEmpty()) {
            System.err.print(Profile.table(workload + ", " + engine, profile));
        }
        return line == null ? null : Result.parse(line);
    }
}
