package dev.millrace.topology.definition;

import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.state.DslStoreSuppliers;

/**
 * What the configuration says of stores that the program leaves open.
 *
 * @param suppliers what makes them
 * @param tableFormat what the stores of tables keep beside each value
 */
public record StoreDefaults(DslStoreSuppliers suppliers, DslStoreFormat tableFormat) {}
