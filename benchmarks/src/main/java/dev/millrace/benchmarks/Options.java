package dev.millrace.benchmarks;

import dev.millrace.benchmarks.memory.Feed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the command line asks for: options are {@code --name=value}, the rest are workloads (all, if none is named). */
record Options(
        String heap, int keys, Feed.Distribution distribution, String guarantee, int rounds, List<String> workloads) {
    private static final List<String> WORKLOADS =
            List.of("no_sink", "stateless", "count_uncached", "count_cached", "window_count", "hopping_count");

    static Options parse(List<String> arguments) {
        String heap = "1g";
        int keys = 100_000;
        Feed.Distribution distribution = Feed.Distribution.UNIFORM;
        String guarantee = "at_least_once";
        int rounds = 5;
        List<String> workloads = new ArrayList<>();
        for (String argument : arguments) {
            String value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.startsWith("--") ? argument.replaceFirst("=.*", "") : "") {
                case "" -> workloads.add(argument);
                case "--heap" -> heap = value;
                case "--keys" -> keys = Integer.parseInt(value);
                case "--distribution" -> distribution = Feed.Distribution.valueOf(value.toUpperCase(Locale.ROOT));
                case "--guarantee" -> guarantee = value;
                case "--rounds" -> rounds = Integer.parseInt(value);
                default -> throw new IllegalArgumentException("Unknown option " + argument + "; see the README");
            }
        }
        return new Options(heap, keys, distribution, guarantee, rounds, workloads.isEmpty() ? WORKLOADS : workloads);
    }

    /** The same options for one workload, as a command line that {@link #parse} reads. */
    List<String> forOne(String workload) {
        return List.of(
                "--heap=" + heap,
                "--keys=" + keys,
                "--distribution=" + distribution,
                "--guarantee=" + guarantee,
                "--rounds=" + rounds,
                workload);
    }
}
