package dev.millrace.streams.spi;

import dev.millrace.streams.errors.InvalidStateStoreException;
import dev.millrace.streams.state.QueryableStoreType;
import java.util.List;

/** The local stores of a running application, as a {@link QueryableStoreType} sees them. */
public interface LocalStores {

    /**
     * Finds every local store with this name that the type accepts.
     *
     * @param storeName the name of the store
     * @param type what the caller wants to see it as
     * @return one view per local task that holds the store, at least one
     * @throws InvalidStateStoreException of the kind that says why there is none
     */
    <T> List<T> stores(String storeName, QueryableStoreType<T> type);
}
