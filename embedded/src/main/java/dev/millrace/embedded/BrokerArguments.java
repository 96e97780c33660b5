package dev.millrace.embedded;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command line of a {@link BrokerProcess}, written and read in one place. */
record BrokerArguments(String directory, BrokerOptions options, boolean untilStdinCloses) {
    static final String USAGE =
            "usage: BrokerProcess --dir DIR [--port N] [--partitions N] [--property NAME=VALUE]... [--until-stdin-closes]";

    private static final String DIRECTORY = "--dir";
    private static final String PORT = "--port";
    private static final String PARTITIONS = "--partitions";
    private static final String PROPERTY = "--property";
    private static final String UNTIL_STDIN_CLOSES = "--until-stdin-closes";

    /** Reads a command line; what is wrong with it is the message of the exception. */
    static BrokerArguments parse(String... args) {
        String directory = null;
        BrokerOptions options = BrokerOptions.standard();
        boolean untilStdinCloses = false;
        Iterator<String> rest = List.of(args).iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            switch (name) {
                case DIRECTORY -> directory = value(name, rest);
                case PORT -> options = options.withPort(number(name, rest));
                case PARTITIONS -> options = options.withPartitions(number(name, rest));
                case PROPERTY -> options = property(options, value(name, rest));
                case UNTIL_STDIN_CLOSES -> untilStdinCloses = true;
                default -> throw new IllegalArgumentException("Unknown argument " + name);
            }
        }
        return new BrokerArguments(required(directory), options, untilStdinCloses);
    }

    private static String required(@Nullable String directory) {
        if (directory == null) {
            throw new IllegalArgumentException("Argument " + DIRECTORY + " is missing");
        }
        return directory;
    }

    private static String value(String name, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new IllegalArgumentException("Argument " + name + " needs a value");
        }
        return rest.next();
    }

    private static int number(String name, Iterator<String> rest) {
        String value = value(name, rest);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("Argument " + name + " is " + value + ", but must be a whole number", e);
        }
    }

    private static BrokerOptions property(BrokerOptions options, String assignment) {
        int equals = assignment.indexOf('=');
        if (equals < 1) {
            throw new IllegalArgumentException(
                    "Argument " + PROPERTY + " is " + assignment + ", but must be NAME=VALUE");
        }
        return options.withProperty(assignment.substring(0, equals), assignment.substring(equals + 1));
    }

    /** The command line that {@link #parse} reads as these arguments. */
    List<String> toCommandLine() {
        List<String> line = new ArrayList<>(List.of(DIRECTORY, directory));
        line.addAll(List.of(PORT, Integer.toString(options.port())));
        line.addAll(List.of(PARTITIONS, Integer.toString(options.partitions())));
        options.properties().forEach((name, value) -> line.addAll(List.of(PROPERTY, name + "=" + value)));
        if (untilStdinCloses) {
            line.add(UNTIL_STDIN_CLOSES);
        }
        return line;
    }
}
