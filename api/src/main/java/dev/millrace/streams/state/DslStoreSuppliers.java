package dev.millrace.streams.state;

import java.util.Map;
import org.apache.kafka.common.Configurable;

/**
 * Makes the stores of the declarative language where none is given: named by {@code dsl.store.suppliers.class} (KIP-954).
 */
public interface DslStoreSuppliers extends Configurable {

    /** Reads the configuration, before anything is made. */
    @Override
    default void configure(Map<String, ?> configs) {}

    /** What makes the key-value store that is described. */
    KeyValueBytesStoreSupplier keyValueStore(DslKeyValueParams params);

    /** What makes the window store that is described. */
    WindowBytesStoreSupplier windowStore(DslWindowParams params);

    /** What makes the session store that is described. */
    SessionBytesStoreSupplier sessionStore(DslSessionParams params);
}
