package dev.millrace.streams.state;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.spi.StoreProvider;

public interface QueryableStoreType<T> {

    boolean accepts(StateStore stateStore);

    T create(StoreProvider storeProvider, String storeName);
}
