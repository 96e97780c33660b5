package dev.millrace.state.builder;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.state.StoreBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What the builders of all kinds share: the name, and what is switched on or off.
 *
 * @param <T> the store that is built
 */
abstract class SpecBuilder<T extends StateStore> implements StoreBuilder<T> {
    private final String name;
    private boolean caching;
    private boolean logging = true;
    private Map<String, String> logConfig = new HashMap<>();

    SpecBuilder(String name) {
        this.name = Objects.requireNonNull(name, "name cannot be null");
    }

    final boolean caching() {
        return caching;
    }

    @Override
    public StoreBuilder<T> withCachingEnabled() {
        caching = true;
        return this;
    }

    @Override
    public final StoreBuilder<T> withCachingDisabled() {
        caching = false;
        return this;
    }

    @Override
    public final StoreBuilder<T> withLoggingEnabled(Map<String, String> config) {
        logConfig = new HashMap<>(Objects.requireNonNull(config, "config can't be null"));
        logging = true;
        return this;
    }

    @Override
    public final StoreBuilder<T> withLoggingDisabled() {
        logConfig = new HashMap<>();
        logging = false;
        return this;
    }

    @Override
    public final Map<String, String> logConfig() {
        return logConfig;
    }

    @Override
    public final boolean loggingEnabled() {
        return logging;
    }

    @Override
    public final String name() {
        return name;
    }
}
