package dev.millrace.topology.dsl;

import dev.millrace.streams.kstream.GlobalKTable;

/** A global table of a program. */
record DslGlobalTable<K, V>(String storeName) implements GlobalKTable<K, V> {

    @Override
    public String queryableStoreName() {
        return storeName;
    }
}
