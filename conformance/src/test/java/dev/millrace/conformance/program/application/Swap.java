package dev.millrace.conformance.program.application;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.Record;
import java.util.function.BiFunction;

/** Gives each record to a store and sends on what comes back from there. */
final class Swap<S extends StateStore> extends ContextualProcessor<String, String, String, String> {
    private final String storeName;
    private final BiFunction<S, Record<String, String>, String> swap;

    /** @param swap puts a record into the store and says what it found there */
    Swap(String storeName, BiFunction<S, Record<String, String>, String> swap) {
        this.storeName = storeName;
        this.swap = swap;
    }

    @Override
    public void process(Record<String, String> found) {
        if (found.key() != null) {
            S store = context().getStateStore(storeName);
            context().forward(found.withValue(swap.apply(store, found)));
        }
    }
}
