package dev.millrace.state.facade;

import dev.millrace.state.kind.StoreSpec;

/** A window store that shows values alone. */
public final class PlainWindowStore<K, V> extends WindowFacade<K, V> {

    public PlainWindowStore(StoreSpec spec) {
        super(spec, ValueShape.plain());
    }
}
