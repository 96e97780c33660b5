package dev.millrace.streams.state;

import dev.millrace.streams.processor.StateStore;

public interface SessionStoreWithHeaders<K, AGG> extends StateStore, SessionStore<K, AggregationWithHeaders<AGG>> {}
