package dev.millrace.streams.state;

import dev.millrace.streams.processor.StateStore;
import java.util.Map;

/**
 * Builds stores with their serdes, cache and changelog: one for each task.
 *
 * <p>Not thread-safe. {@code build} is called by stream threads, once for each task. Source: the section "Processor
 * API" of the Kafka documentation.
 *
 * @param <T> the kind of store
 */
public interface StoreBuilder<T extends StateStore> {

    /** Holds updates back in a cache, so that several of one key become one. */
    StoreBuilder<T> withCachingEnabled();

    /** Sends every update on at once. */
    StoreBuilder<T> withCachingDisabled();

    /** Gives the store a changelog that is configured like this. */
    StoreBuilder<T> withLoggingEnabled(Map<String, String> config);

    /** Takes the changelog away: what the store holds is lost with the instance. */
    StoreBuilder<T> withLoggingDisabled();

    /** A new store. */
    T build();

    /** The configuration of the changelog. */
    Map<String, String> logConfig();

    /** Whether there is a changelog. */
    boolean loggingEnabled();

    /** The name of the store. */
    String name();
}
