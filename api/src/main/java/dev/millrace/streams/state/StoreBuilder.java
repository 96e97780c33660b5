package dev.millrace.streams.state;

import dev.millrace.streams.processor.StateStore;
import java.util.Map;

public interface StoreBuilder<T extends StateStore> {

    StoreBuilder<T> withCachingEnabled();

    StoreBuilder<T> withCachingDisabled();

    StoreBuilder<T> withLoggingEnabled(Map<String, String> config);

    StoreBuilder<T> withLoggingDisabled();

    T build();

    Map<String, String> logConfig();

    boolean loggingEnabled();

    String name();
}
