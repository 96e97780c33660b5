package dev.millrace.streams.state;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.spi.LocalStores;

public interface QueryableStoreType<T> {

    boolean accepts(StateStore stateStore);

    T create(LocalStores storeProvider, String storeName);
}
