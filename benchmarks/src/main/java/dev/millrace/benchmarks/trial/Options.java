package dev.millrace.benchmarks.trial;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the command line asks of a harness: options are {@code --name=value}, the rest are workloads (all, if none is named). */
public final class Options {
    private final Map<String, String> values;
    private final List<String> workloads;

    private Options(Map<String, String> values, List<String> workloads) {
        this.values = values;
        this.workloads = workloads;
    }

    /**
     * Reads a command line.
     *
     * @param defaults every option there is, with the value that it has if it is not given
     * @param allWorkloads what is run if no workload is named
     */
    public static Options parse(List<String> arguments, Map<String, String> defaults, List<String> allWorkloads) {
        Map<String, String> values = new LinkedHashMap<>(defaults);
        List<String> workloads = new ArrayList<>();
        for (String argument : arguments) {
            if (!argument.startsWith("--")) {
                workloads.add(argument);
                continue;
            }
            String[] parts = argument.substring(2).split("=", 2);
            if (parts.length != 2 || values.replace(parts[0], parts[1]) == null) {
                throw new IllegalArgumentException(
                        "There is no option " + argument + "; there are --NAME=VALUE with " + defaults.keySet());
            }
        }
        return new Options(values, workloads.isEmpty() ? allWorkloads : List.copyOf(workloads));
    }

    /** Options that a harness hands to its own trials. */
    public static Options of(Map<String, String> values, String workload) {
        return new Options(new LinkedHashMap<>(values), List.of(workload));
    }

    /** Reads what {@link #toArguments} wrote. */
    public static Options ofTrial(List<String> arguments) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String argument : arguments.subList(1, arguments.size())) {
            String[] parts = argument.substring(2).split("=", 2);
            values.put(parts[0], parts[1]);
        }
        return of(values, arguments.get(0));
    }

    /** These options for one workload, with more of them, for a trial. */
    public List<String> toArguments(String workload, Map<String, String> more) {
        List<String> arguments = new ArrayList<>(List.of(workload));
        Map<String, String> all = new LinkedHashMap<>(values);
        all.putAll(more);
        all.forEach((name, value) -> arguments.add("--" + name + "=" + value));
        return arguments;
    }

    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("There is no option " + name);
        }
        return value;
    }

    public int number(String name) {
        return Integer.parseInt(get(name));
    }

    /** The values of an option that is a list, separated by commas. */
    public List<String> list(String name) {
        return List.of(get(name).split(",", -1));
    }

    public List<String> workloads() {
        return workloads;
    }

    /** The workload of a trial. */
    public String workload() {
        return workloads.get(0);
    }
}
