package dev.millrace.examples;

import dev.millrace.examples.flights.FlightsExample;
import dev.millrace.examples.wordcount.WordCount;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What {@code ./millrace example} starts: lists the examples, or runs one of them. */
public final class Examples {
    private static final Map<String, Example> ALL = new LinkedHashMap<>();

    static {
        ALL.put(
                "flights",
                new Example(
                        "delays of US flights in early 2001, by airport and hour; --help says more",
                        FlightsExample::main));
        ALL.put("wordcount", new Example("counts the words of a few lines: the smallest program", WordCount::main));
    }

    private Examples() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 0) {
            System.out.println("Examples, started as ./millrace example NAME:");
            ALL.forEach((name, example) -> System.out.printf("  %-10s %s%n", name, example.summary));
            return;
        }
        Example example = ALL.get(arguments[0]);
        if (example == null) {
            System.err.println(
                    "There is no example " + arguments[0] + "; there are " + String.join(", ", ALL.keySet()));
            System.exit(2);
            return;
        }
        example.program.run(Arrays.copyOfRange(arguments, 1, arguments.length));
    }

    private record Example(String summary, Program program) {}

    private interface Program {
        void run(String[] arguments) throws Exception;
    }
}
