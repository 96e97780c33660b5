package dev.millrace.state.query;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a store does to answer a query.
 *
 * @param committed whether it reads what was committed last, and not what was written since
 * @param read reads the result
 */
record Lookup(boolean committed, Supplier<@Nullable Object> read) {}
