package dev.millrace.streams;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** The values that {@code topology.optimization} may have: none, all, or a list of single optimisations. */
final class OptimizationNames implements ConfigDef.Validator {
    private static final List<String> SINGLE = List.of(
            StreamsConfig.REUSE_KTABLE_SOURCE_TOPICS,
            StreamsConfig.MERGE_REPARTITION_TOPICS,
            StreamsConfig.SINGLE_STORE_SELF_JOIN);

    /** The single optimisations that a value asks for. */
    static Set<String> parse(String value) {
        List<String> names = Arrays.asList(value.split("\\s*,\\s*"));
        if (names.equals(List.of(StreamsConfig.OPTIMIZE))) {
            return new LinkedHashSet<>(SINGLE);
        }
        if (names.equals(List.of(StreamsConfig.NO_OPTIMIZATION))) {
            return Set.of();
        }
        for (String name : names) {
            if (!SINGLE.contains(name)) {
                throw new ConfigException(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, value, explain(name));
            }
        }
        return new LinkedHashSet<>(names);
    }

    private static String explain(String name) {
        boolean known = name.equals(StreamsConfig.OPTIMIZE) || name.equals(StreamsConfig.NO_OPTIMIZATION);
        return (known ? "\"" + name + "\" must stand alone" : "\"" + name + "\" is not known")
                + "; use \"none\", \"all\", or a comma-separated list of " + SINGLE;
    }

    @Override
    public void ensureValid(String name, Object value) {
        parse((String) value);
    }

    @Override
    public String toString() {
        return "[all, none, " + String.join(", ", SINGLE) + "]";
    }
}
