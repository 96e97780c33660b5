package dev.millrace.topology.definition;

import dev.millrace.streams.state.StoreBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A state store of the program and the processors that use it.
 *
 * @param users the names of the processors connected to the store
 * @param sourceTopic the topic that stands in for a changelog (a source-topic table under optimisation, a read-only
 *     store), without the application id; null if the store has a changelog of its own, or none
 */
public record StoreDefinition(
        StoreBuilder<?> builder,
        List<String> users,
        @Nullable String sourceTopic) {

    public StoreDefinition {
        users = List.copyOf(users);
    }

    /** The same, its kind decided if that was left to the configuration. */
    public StoreDefinition completedBy(StoreDefaults configured) {
        return new StoreDefinition(OpenStoreBuilder.completed(builder, configured), users, sourceTopic);
    }

    /** The store's name, unique in the topology. */
    public String name() {
        return builder.name();
    }
}
