package dev.millrace.topology;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.spi.ExpiringStoreBuilder;
import dev.millrace.streams.state.StoreBuilder;
import java.util.Map;
import java.util.Optional;

/** A store builder that builds nothing but remembers what it was told. */
public class FakeStore implements StoreBuilder<StateStore> {
    private final String name;
    private Optional<Map<String, String>> logConfig = Optional.of(Map.of());
    private boolean caching;

    public FakeStore(String name) {
        this.name = name;
    }

    /** A store that keeps windows. */
    public static final class Expiring extends FakeStore implements ExpiringStoreBuilder<StateStore> {
        private final long retentionMs;

        public Expiring(String name, long retentionMs) {
            super(name);
            this.retentionMs = retentionMs;
        }

        @Override
        public long retentionMs() {
            return retentionMs;
        }
    }

    public boolean caching() {
        return caching;
    }

    @Override
    public FakeStore withCachingEnabled() {
        caching = true;
        return this;
    }

    @Override
    public FakeStore withCachingDisabled() {
        caching = false;
        return this;
    }

    @Override
    public FakeStore withLoggingEnabled(Map<String, String> config) {
        logConfig = Optional.of(Map.copyOf(config));
        return this;
    }

    @Override
    public FakeStore withLoggingDisabled() {
        logConfig = Optional.empty();
        return this;
    }

    @Override
    public StateStore build() {
        throw new UnsupportedOperationException("this store is never built");
    }

    @Override
    public Map<String, String> logConfig() {
        return logConfig.orElse(Map.of());
    }

    @Override
    public boolean loggingEnabled() {
        return logConfig.isPresent();
    }

    @Override
    public String name() {
        return name;
    }
}
