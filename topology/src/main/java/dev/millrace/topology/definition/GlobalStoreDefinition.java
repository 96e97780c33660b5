package dev.millrace.topology.definition;

import dev.millrace.streams.state.StoreBuilder;

/**
 * A store that every instance holds whole: its source reads all partitions of one topic and its processor keeps the
 * store up to date.
 */
public record GlobalStoreDefinition(StoreBuilder<?> builder, SourceDefinition source, ProcessorDefinition processor) {

    GlobalStoreDefinition completedBy(StoreDefaults configured) {
        return new GlobalStoreDefinition(OpenStoreBuilder.completed(builder, configured), source, processor);
    }

    /** The store's name, unique in the topology. */
    public String name() {
        return builder.name();
    }

    /** The one topic that fills the store. */
    public String topic() {
        return source.topics().get(0);
    }
}
