package dev.millrace.streams.state;

import dev.millrace.streams.processor.StateStore;

public interface StoreSupplier<T extends StateStore> {

    String name();

    T get();

    String metricsScope();
}
