package dev.millrace.topology.dsl;

import dev.millrace.streams.Topology;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.ProcessorDefinition;
import dev.millrace.topology.definition.SinkDefinition;
import dev.millrace.topology.definition.SourceDefinition;
import dev.millrace.topology.definition.TopologyDefinition;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** A program and what it is lowered to. */
final class Lowering {
    /** Serdes of which there is one instance each, so that it shows where they end up. */
    static final Serde<String> KEYS =
            Serdes.serdeFrom(Serdes.String().serializer(), Serdes.String().deserializer());

    static final Serde<String> VALUES =
            Serdes.serdeFrom(Serdes.String().serializer(), Serdes.String().deserializer());

    private final DslProgram program = new DslProgram(null);
    private final RecordedTopology recorded = new RecordedTopology();

    DslProgram program() {
        return program;
    }

    /** A stream with serdes. */
    KStream<String, String> stream(String topic) {
        return program.stream(List.of(topic), Consumed.with(KEYS, VALUES));
    }

    /** A table with serdes. */
    KTable<String, String> table(String topic) {
        return program.table(topic, Consumed.with(KEYS, VALUES), null);
    }

    /** A table with serdes that is kept in a named store. */
    KTable<String, String> keptTable(String topic, String store) {
        return program.table(topic, Consumed.with(KEYS, VALUES), Materialized.as(store));
    }

    TopologyDefinition definition() {
        program.build(new Topology(), recorded, null);
        return recorded.definition();
    }

    <O extends OperatorDefinition> List<O> operators(Class<O> kind) {
        return definition().allNodes().stream()
                .filter(ProcessorDefinition.class::isInstance)
                .map(node -> ((ProcessorDefinition) node).operator())
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    <O extends OperatorDefinition> O operator(Class<O> kind) {
        List<O> all = operators(kind);
        if (all.size() != 1) {
            throw new AssertionError("expected one " + kind.getSimpleName() + " but there are " + all);
        }
        return all.get(0);
    }

    /** The sink of a topic, which for internal topics is named without the application id. */
    SinkDefinition sink(String topic) {
        return definition().allNodes().stream()
                .filter(SinkDefinition.class::isInstance)
                .map(SinkDefinition.class::cast)
                .filter(sink -> topic.equals(sink.topic()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no sink to " + topic));
    }

    SourceDefinition source(String topic) {
        return definition().allNodes().stream()
                .filter(SourceDefinition.class::isInstance)
                .map(SourceDefinition.class::cast)
                .filter(source -> source.topics().contains(topic))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no source of " + topic));
    }
}
