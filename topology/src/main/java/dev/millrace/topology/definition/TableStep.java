package dev.millrace.topology.definition;

import org.jspecify.annotations.Nullable;

/**
 * What every table operator is told beside its function.
 *
 * @param storeName the store that materializes the result, or null if it is not materialized
 * @param sendsOldValues whether a child needs the value that an update replaces
 */
public record TableStep(@Nullable String storeName, boolean sendsOldValues) {}
