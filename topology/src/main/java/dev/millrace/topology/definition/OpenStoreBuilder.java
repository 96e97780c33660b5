package dev.millrace.topology.definition;

import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.state.StoreBuilder;
import java.util.Map;
import java.util.function.Function;

/**
 * The builder of a store whose kind the program leaves to the configuration ({@code dsl.store.suppliers.class} and
 * {@code dsl.store.format}). It is of no use before it is completed.
 */
public final class OpenStoreBuilder implements StoreBuilder<StateStore> {
    private final String name;
    private Function<StoreDefaults, StoreBuilder<?>> maker;

    /**
     * An open builder.
     *
     * @param maker makes the real builder, once the configuration is known
     */
    public OpenStoreBuilder(String name, Function<StoreDefaults, StoreBuilder<?>> maker) {
        this.name = name;
        this.maker = maker;
    }

    /** The real builder, if {@code builder} is open; else {@code builder} itself. */
    static StoreBuilder<?> completed(StoreBuilder<?> builder, StoreDefaults configured) {
        return builder instanceof OpenStoreBuilder open ? open.maker.apply(configured) : builder;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public OpenStoreBuilder withCachingEnabled() {
        return then(StoreBuilder::withCachingEnabled);
    }

    @Override
    public OpenStoreBuilder withCachingDisabled() {
        return then(StoreBuilder::withCachingDisabled);
    }

    @Override
    public OpenStoreBuilder withLoggingEnabled(Map<String, String> config) {
        return then(builder -> builder.withLoggingEnabled(config));
    }

    @Override
    public OpenStoreBuilder withLoggingDisabled() {
        return then(StoreBuilder::withLoggingDisabled);
    }

    private OpenStoreBuilder then(Function<StoreBuilder<?>, StoreBuilder<?>> change) {
        maker = maker.andThen(change);
        return this;
    }

    @Override
    public StateStore build() {
        throw incomplete();
    }

    @Override
    public Map<String, String> logConfig() {
        throw incomplete();
    }

    @Override
    public boolean loggingEnabled() {
        throw incomplete();
    }

    private IllegalStateException incomplete() {
        return new IllegalStateException("Store " + name + " is not known before the topology is planned");
    }
}
