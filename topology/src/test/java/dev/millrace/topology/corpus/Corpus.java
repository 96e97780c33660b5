package dev.millrace.topology.corpus;

import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** All programs by name. */
public final class Corpus {
    private final Map<String, Supplier<Topology>> programs = new LinkedHashMap<>();

    private Corpus() {}

    public static Map<String, Supplier<Topology>> programs() {
        Corpus corpus = new Corpus();
        GraphPrograms.addTo(corpus);
        StreamPrograms.addTo(corpus);
        RepartitionPrograms.addTo(corpus);
        AggregationPrograms.addTo(corpus);
        WindowPrograms.addTo(corpus);
        SessionPrograms.addTo(corpus);
        CogroupPrograms.addTo(corpus);
        SuppressPrograms.addTo(corpus);
        TablePrograms.addTo(corpus);
        JoinPrograms.addTo(corpus);
        TableJoinPrograms.addTo(corpus);
        StreamJoinPrograms.addTo(corpus);
        MergePrograms.addTo(corpus);
        return corpus.programs;
    }

    void topology(String name, Consumer<Topology> program) {
        add(name, () -> {
            Topology topology = new Topology();
            program.accept(topology);
            return topology;
        });
    }

    /** Adds a program in the DSL. One more source follows, whose number shows how many names the program has used up. */
    void dsl(String name, Consumer<StreamsBuilder> program) {
        add(name, () -> {
            StreamsBuilder builder = new StreamsBuilder();
            program.accept(builder);
            builder.stream("last");
            return builder.build();
        });
    }

    /** As {@link #dsl}, built with {@code topology.optimization}. */
    void optimized(String name, String optimization, Consumer<StreamsBuilder> program) {
        Properties properties = new Properties();
        properties.put(StreamsConfig.TOPOLOGY_OPTIMIZATION_CONFIG, optimization);
        add(name, () -> {
            StreamsBuilder builder = new StreamsBuilder();
            program.accept(builder);
            builder.stream("last");
            return builder.build(properties);
        });
    }

    private void add(String name, Supplier<Topology> program) {
        if (programs.put(name, program) != null) {
            throw new IllegalArgumentException("two programs are called " + name);
        }
    }
}
