package dev.millrace.topology.recorder;

import dev.millrace.streams.errors.TopologyException;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.definition.StoreDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The stores added so far, local and global; their names share one name space. */
final class RecordedStores {
    private final Map<String, StoreDefinition> local = new LinkedHashMap<>();
    private final Map<String, GlobalStoreDefinition> global = new LinkedHashMap<>();

    Map<String, StoreDefinition> local() {
        return local;
    }

    Map<String, GlobalStoreDefinition> global() {
        return global;
    }

    /** Adds a local store; the same builder may come again, for every processor that brings it along. */
    void add(StoreBuilder<?> builder) {
        checkNotGlobal(builder.name());
        StoreDefinition known = local.get(builder.name());
        if (known == null) {
            local.put(builder.name(), new StoreDefinition(builder, List.of(), null));
        } else if (known.builder() != builder) {
            throw new TopologyException("There is another store with the name " + builder.name() + " already"
                    + "; give one of them another name, or share one StoreBuilder");
        }
    }

    void add(GlobalStoreDefinition store) {
        checkNotGlobal(store.name());
        if (local.containsKey(store.name())) {
            throw new TopologyException("There is another store with the name " + store.name() + " already");
        }
        global.put(store.name(), store);
    }

    void checkNotGlobal(String name) {
        if (global.containsKey(name)) {
            throw new TopologyException("There is a global store with the name " + name + " already");
        }
    }

    /** Fails if a processor cannot be connected to the store {@code name}. */
    void checkConnectable(String name) {
        if (global.containsKey(name)) {
            throw new TopologyException(
                    "Store " + name + " is global: every processor can ask for it, and it is connected to none");
        }
        if (!local.containsKey(name)) {
            throw new TopologyException("StateStore " + name + " is not added yet; call addStateStore first");
        }
    }

    void connect(String store, String processor) {
        StoreDefinition known = local.get(store);
        if (known != null && !known.users().contains(processor)) {
            List<String> users = new ArrayList<>(known.users());
            users.add(processor);
            local.put(store, new StoreDefinition(known.builder(), users, known.sourceTopic()));
        }
    }

    /** Lets a source topic stand in for the changelog of {@code store}. */
    void replaceChangelog(String store, String sourceTopic) {
        local.computeIfPresent(
                store, (name, known) -> new StoreDefinition(known.builder(), known.users(), sourceTopic));
    }
}
