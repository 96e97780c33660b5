package dev.millrace.examples.flights;

import java.util.Optional;

/**
 * What was asked for on the command line.
 *
 * @param bootstrapServers the cluster to run on, or empty for an embedded broker
 * @param speedUp how many times faster than it happened; 0 for as fast as possible
 * @param join whether to be a further instance of a running application, nothing else
 * @param stateDir where state is kept, or empty for a temporary directory
 */
record FlightsOptions(
        Optional<String> bootstrapServers, String guarantee, double speedUp, boolean join, Optional<String> stateDir) {
    static final String HELP = """
            ./millrace example flights [options]
              --bootstrap-servers HOST:PORT   run on this cluster instead of an embedded broker
              --guarantee GUARANTEE           at_least_once (default) or exactly_once_v2
              --speed-up N                    replay N times faster than it happened (default 1000000, 0: at once)
              --state-dir DIR                 where state is kept (default: a temporary directory)
              --join                          be a further instance of an application that runs already, until stopped
            """;

    /**
     * Reads the arguments.
     *
     * @throws IllegalArgumentException naming the argument that is wrong
     */
    static FlightsOptions of(String[] arguments) {
        FlightsOptions options =
                new FlightsOptions(Optional.empty(), "at_least_once", 1_000_000, false, Optional.empty());
        for (int i = 0; i < arguments.length; i++) {
            String name = arguments[i];
            options = name.equals("--join") ? options.joining() : options.with(name, value(arguments, ++i));
        }
        if (options.join && options.bootstrapServers.isEmpty()) {
            throw new IllegalArgumentException(
                    "--join needs --bootstrap-servers, the cluster of the application to join");
        }
        return options;
    }

    private static String value(String[] arguments, int index) {
        if (index >= arguments.length) {
            throw new IllegalArgumentException(arguments[index - 1] + " needs a value");
        }
        return arguments[index];
    }

    private FlightsOptions joining() {
        return new FlightsOptions(bootstrapServers, guarantee, speedUp, true, stateDir);
    }

    private FlightsOptions with(String name, String value) {
        return switch (name) {
            case "--bootstrap-servers" -> new FlightsOptions(Optional.of(value), guarantee, speedUp, join, stateDir);
            case "--guarantee" -> new FlightsOptions(bootstrapServers, value, speedUp, join, stateDir);
            case "--speed-up" -> new FlightsOptions(bootstrapServers, guarantee, number(name, value), join, stateDir);
            case "--state-dir" -> new FlightsOptions(bootstrapServers, guarantee, speedUp, join, Optional.of(value));
            default -> throw new IllegalArgumentException("There is no option " + name);
        };
    }

    private static double number(String name, String value) {
        try {
            double number = Double.parseDouble(value);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // said below, with the name of the option
        }
        throw new IllegalArgumentException(name + " takes a number that is not negative, not " + value);
    }
}
