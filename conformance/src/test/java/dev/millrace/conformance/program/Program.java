package dev.millrace.conformance.program;

import dev.millrace.conformance.script.Input;
import dev.millrace.conformance.script.ProgramFacts;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One program: how to build it, what it reads, and which operators it is there to cover.
 *
 * @param config what it needs to be configured, on top of what all get
 * @param retention how long its window stores keep a window: what is older is not compared, because the reference drops it at
 *     a later time of its own choice
 * @param asked what its stores are asked when it has run
 */
record Program(
        String name,
        Set<String> operators,
        List<Input> inputs,
        Supplier<Topology> topology,
        Map<String, Object> config,
        Duration retention,
        Asked asked) {
    private static final Map<String, Object> NOTHING = Map.of();
    static final Duration LONG = Duration.ofDays(1);

    /** A program of the declarative language. */
    static Program dsl(String name, Set<String> operators, List<Input> inputs, Consumer<StreamsBuilder> definition) {
        return new Program(
                name,
                operators,
                inputs,
                () -> {
                    StreamsBuilder builder = new StreamsBuilder();
                    definition.accept(builder);
                    return builder.build();
                },
                NOTHING,
                LONG,
                Asked.EVERYTHING);
    }

    /** A program of the declarative language that is optimized: see {@code topology.optimization}. */
    static Program optimized(
            String name,
            Set<String> operators,
            List<Input> inputs,
            String optimization,
            Consumer<StreamsBuilder> definition) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, optimization);
        return new Program(
                name,
                operators,
                inputs,
                () -> {
                    StreamsBuilder builder = new StreamsBuilder();
                    definition.accept(builder);
                    return builder.build(properties);
                },
                Map.of(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, optimization),
                LONG,
                Asked.EVERYTHING);
    }

    /** A program of the Processor API. */
    static Program papi(String name, Set<String> operators, List<Input> inputs, Consumer<Topology> definition) {
        return new Program(
                name,
                operators,
                inputs,
                () -> {
                    Topology topology = new Topology();
                    definition.accept(topology);
                    return topology;
                },
                NOTHING,
                LONG,
                Asked.EVERYTHING);
    }

    /** The same, with window stores that keep a window for so long. */
    Program keeping(Duration time) {
        return new Program(name, operators, inputs, topology, config, time, asked);
    }

    /** The same, but its stores are not asked where they are, because the reference does not count some deletions. */
    Program withoutPositions() {
        return new Program(name, operators, inputs, topology, config, retention, Asked.ALL_BUT_POSITIONS);
    }

    /** The same, but its stores are not asked anything. */
    Program unasked() {
        return new Program(name, operators, inputs, topology, config, retention, Asked.NOTHING);
    }

    /** The same, configured like this. */
    Program with(String key, Object value) {
        Map<String, Object> more = new HashMap<>(config);
        more.put(key, value);
        return new Program(name, operators, inputs, topology, more, retention, asked);
    }

    ProgramFacts facts() {
        return new ProgramFacts(name, operators, inputs);
    }

    /** What stores are asked beside their content. */
    enum Asked {
        /** All queries, and where they are. */
        EVERYTHING,
        /** All queries. */
        ALL_BUT_POSITIONS,
        /** Only their content. */
        NOTHING
    }
}
