package dev.millrace.benchmarks;

import dev.millrace.benchmarks.broker.EndToEndHarness;
import dev.millrace.benchmarks.broker.LatencyHarness;
import dev.millrace.benchmarks.broker.RestoreHarness;
import dev.millrace.benchmarks.engine.EngineHarness;
import java.util.List;

/** The command: the name of a harness, then its options and workloads. Exits with 1 if a trial failed or the engines differ. */
public final class Benchmark {
    private static final String USAGE = """
            usage: benchmarks/run engine|end-to-end|latency|restore [--OPTION=VALUE ...] [WORKLOAD ...]
                   benchmarks/run parts [JMH OPTIONS] [PATTERN ...]""";

    private Benchmark() {}

    public static void main(String[] arguments) throws Exception {
        String harness = arguments.length == 0 ? "" : arguments[0];
        List<String> rest =
                arguments.length == 0 ? List.of() : List.of(arguments).subList(1, arguments.length);
        boolean good = switch (harness) {
            case "engine" -> EngineHarness.run(rest);
            case "end-to-end" -> EndToEndHarness.run(rest);
            case "latency" -> LatencyHarness.run(rest);
            case "restore" -> RestoreHarness.run(rest);
            case "parts" -> {
                org.openjdk.jmh.Main.main(rest.toArray(String[]::new));
                yield true;
            }
            default -> {
                System.err.println(USAGE);
                yield false;
            }
        };
        System.exit(good ? 0 : 1);
    }
}
