package dev.millrace.streams.processor;

import dev.millrace.streams.state.StoreBuilder;
import java.util.Set;

/** What a supplier says of the stores that its processors use, so that they are added and connected with it. */
public interface ConnectedStoreProvider {

    /** The stores to add and connect, or null for none. Suppliers that share a store return the same builder. */
    default Set<StoreBuilder<?>> stores() {
        return null;
    }
}
