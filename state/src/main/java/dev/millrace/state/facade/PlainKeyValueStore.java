package dev.millrace.state.facade;

import dev.millrace.state.kind.StoreSpec;

/** A key-value store that shows values alone. */
public final class PlainKeyValueStore<K, V> extends KeyValueFacade<K, V> {

    public PlainKeyValueStore(StoreSpec spec) {
        super(spec, ValueShape.plain());
    }
}
