package dev.millrace.benchmarks;

import dev.millrace.benchmarks.memory.Feed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the command line asks for: options are {@code --name=value}, the rest are workloads (all, if none is named). */
final class Options {
    private static final List<String> WORKLOADS = List.of(
            "no_sink", "stateless", "count_uncached", "count_cached", "window_count", "hopping_count", "table_join");
    private static final Map<String, String> DEFAULTS = Map.of(
            "heap", "1g",
            "keys", "100000",
            "distribution", "uniform",
            "guarantee", "at_least_once",
            "stores", "rocksdb",
            "engines", "reference,millrace",
            "rounds", "5",
            "profile", "");

    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<String> workloads = new ArrayList<>();

    private Options() {}

    static Options parse(List<String> arguments) {
        Options options = new Options();
        for (String argument : arguments) {
            if (!argument.startsWith("--")) {
                options.workloads.add(argument);
                continue;
            }
            String[] parts = argument.substring(2).split("=", 2);
            if (parts.length != 2 || !DEFAULTS.containsKey(parts[0])) {
                throw new IllegalArgumentException(
                        "There is no option " + argument + "; there are --NAME=VALUE with " + DEFAULTS.keySet());
            }
            options.given.put(parts[0], parts[1]);
        }
        return options;
    }

    private String get(String name) {
        return given.getOrDefault(name, DEFAULTS.getOrDefault(name, ""));
    }

    String heap() {
        return get("heap");
    }

    int keys() {
        return Integer.parseInt(get("keys"));
    }

    Feed.Distribution distribution() {
        return Feed.Distribution.valueOf(get("distribution").toUpperCase(Locale.ROOT));
    }

    String guarantee() {
        return get("guarantee");
    }

    /** Whether state is kept in memory, not in RocksDB. */
    boolean inMemory() {
        return get("stores").equals("memory");
    }

    /** The engines to run, {@code reference} before {@code millrace}. */
    List<String> engines() {
        return List.of(get("engines").split(",", -1));
    }

    int rounds() {
        return Integer.parseInt(get("rounds"));
    }

    /** {@code cpu} or {@code alloc}; empty for no profile. */
    String profile() {
        return get("profile");
    }

    List<String> workloads() {
        return workloads.isEmpty() ? WORKLOADS : List.copyOf(workloads);
    }

    /** The same options for one workload, as a command line that {@link #parse} reads. */
    List<String> forOne(String workload) {
        List<String> arguments = new ArrayList<>();
        given.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        arguments.add(workload);
        return arguments;
    }
}
