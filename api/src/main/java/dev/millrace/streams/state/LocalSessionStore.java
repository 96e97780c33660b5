package dev.millrace.streams.state;

import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.spi.Milliseconds;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * All local partitions of a session store as one, as {@link LocalKeyValueStore} does it.
 *
 * @param <K> the type of the keys
 * @param <AGG> the type of the aggregates
 */
final class LocalSessionStore<K, AGG> implements ReadOnlySessionStore<K, AGG> {
    private static final String EARLIEST_END = "earliestSessionEndTime";
    private static final String LATEST_START = "latestSessionStartTime";

    private final Supplier<List<ReadOnlySessionStore<K, AGG>>> partitions;

    LocalSessionStore(Supplier<List<ReadOnlySessionStore<K, AGG>>> partitions) {
        this.partitions = partitions;
    }

    @Override
    public KeyValueIterator<Windowed<K>, AGG> findSessions(K key, long earliestEnd, long latestStart) {
        return ofKey(key, partition -> partition.findSessions(key, earliestEnd, latestStart));
    }

    @Override
    public KeyValueIterator<Windowed<K>, AGG> findSessions(K key, Instant earliestEnd, Instant latestStart) {
        return findSessions(
                key, Milliseconds.of(earliestEnd, EARLIEST_END), Milliseconds.of(latestStart, LATEST_START));
    }

    @Override
    public KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(K key, long earliestEnd, long latestStart) {
        return ofKey(key, partition -> partition.backwardFindSessions(key, earliestEnd, latestStart));
    }

    @Override
    public KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(K key, Instant earliestEnd, Instant latestStart) {
        return backwardFindSessions(
                key, Milliseconds.of(earliestEnd, EARLIEST_END), Milliseconds.of(latestStart, LATEST_START));
    }

    @Override
    public KeyValueIterator<Windowed<K>, AGG> findSessions(K from, K to, long earliestEnd, long latestStart) {
        return ofAll(partition -> partition.findSessions(from, to, earliestEnd, latestStart));
    }

    @Override
    public KeyValueIterator<Windowed<K>, AGG> findSessions(K from, K to, Instant earliestEnd, Instant latestStart) {
        return findSessions(
                from, to, Milliseconds.of(earliestEnd, EARLIEST_END), Milliseconds.of(latestStart, LATEST_START));
    }

    @Override
    public KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(K from, K to, long earliestEnd, long latestStart) {
        return ofAll(partition -> partition.backwardFindSessions(from, to, earliestEnd, latestStart));
    }

    @Override
    public KeyValueIterator<Windowed<K>, AGG> backwardFindSessions(
            K from, K to, Instant earliestEnd, Instant latestStart) {
        return backwardFindSessions(
                from, to, Milliseconds.of(earliestEnd, EARLIEST_END), Milliseconds.of(latestStart, LATEST_START));
    }

    @Override
    public AGG fetchSession(K key, long start, long end) {
        Objects.requireNonNull(key, "key cannot be null");
        for (ReadOnlySessionStore<K, AGG> partition : partitions.get()) {
            AGG aggregate = partition.fetchSession(key, start, end);
            if (aggregate != null) {
                return aggregate;
            }
        }
        return null;
    }

    @Override
    public AGG fetchSession(K key, Instant start, Instant end) {
        return fetchSession(key, Milliseconds.of(start, "sessionStartTime"), Milliseconds.of(end, "sessionEndTime"));
    }

    @Override
    public KeyValueIterator<Windowed<K>, AGG> fetch(K key) {
        return ofKey(key, partition -> partition.fetch(key));
    }

    @Override
    public KeyValueIterator<Windowed<K>, AGG> backwardFetch(K key) {
        return ofKey(key, partition -> partition.backwardFetch(key));
    }

    @Override
    public KeyValueIterator<Windowed<K>, AGG> fetch(K from, K to) {
        return ofAll(partition -> partition.fetch(from, to));
    }

    @Override
    public KeyValueIterator<Windowed<K>, AGG> backwardFetch(K from, K to) {
        return ofAll(partition -> partition.backwardFetch(from, to));
    }

    private KeyValueIterator<Windowed<K>, AGG> ofKey(
            K key, Function<ReadOnlySessionStore<K, AGG>, KeyValueIterator<Windowed<K>, AGG>> query) {
        Objects.requireNonNull(key, "key cannot be null");
        return ofAll(query);
    }

    private KeyValueIterator<Windowed<K>, AGG> ofAll(
            Function<ReadOnlySessionStore<K, AGG>, KeyValueIterator<Windowed<K>, AGG>> query) {
        return LocalEntries.of(partitions.get(), query);
    }
}
