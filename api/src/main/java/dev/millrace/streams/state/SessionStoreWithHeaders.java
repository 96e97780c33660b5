package dev.millrace.streams.state;

import dev.millrace.streams.processor.StateStore;

/**
 * A session store of aggregates with headers (KIP-1271).
 *
 * @param <K> the type of the keys
 * @param <AGG> the type of the aggregates
 */
public interface SessionStoreWithHeaders<K, AGG> extends StateStore, SessionStore<K, AggregationWithHeaders<AGG>> {}
