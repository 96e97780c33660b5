package dev.millrace.topology.dsl.step;

import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.ProcessorDefinition;
import dev.millrace.topology.definition.SourceDefinition;
import dev.millrace.topology.dsl.option.ConsumedOptions;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.List;

/** A store that every instance holds whole. It needs no changelog: its topic is one. */
public record GlobalStoreStep(
        StoreBuilder<?> store,
        String topic,
        ConsumedOptions<?, ?> consumed,
        String sourceName,
        String processorName,
        OperatorDefinition operator)
        implements Step {

    @Override
    public void lower(RecordedTopology target) {
        StoreBuilder<?> builder = store.withLoggingDisabled();
        SourceDefinition source = new SourceDefinition(
                sourceName,
                List.of(topic),
                null,
                consumed.keyDeserializer(),
                consumed.valueDeserializer(),
                consumed.extractor(),
                null);
        ProcessorDefinition processor =
                new ProcessorDefinition(processorName, List.of(sourceName), operator, List.of(builder.name()));
        target.add(new GlobalStoreDefinition(builder, source, processor));
    }
}
