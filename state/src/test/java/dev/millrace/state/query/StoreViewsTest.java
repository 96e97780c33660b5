package dev.millrace.state.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.state.fixture.TestTask;
import dev.millrace.streams.errors.InvalidStateStoreException;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.QueryableStoreTypes;
import dev.millrace.streams.state.ReadOnlyKeyValueStore;
import dev.millrace.streams.state.ReadOnlyWindowStore;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.TimestampedKeyValueStore;
import dev.millrace.streams.state.ValueAndTimestamp;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreViewsTest {
    private final CountingLock lock = new CountingLock();
    private TestTask task;

    /** Knows how often it was taken. */
    private static final class CountingLock extends ReentrantLock {
        private static final long serialVersionUID = 1;
        private int taken;

        @Override
        public void lock() {
            taken++;
            super.lock();
        }
    }

    @AfterEach
    void close() {
        assertThat(lock.isLocked()).isFalse();
        task.close();
    }

    private TimestampedKeyValueStore<String, Long> keyValues(int count) {
        task = TestTask.with(Stores.timestampedKeyValueStoreBuilder(
                Stores.persistentTimestampedKeyValueStore("s"), Serdes.String(), Serdes.Long()));
        TimestampedKeyValueStore<String, Long> store = task.store("s");
        for (int i = 0; i < count; i++) {
            store.put(key(i), ValueAndTimestamp.make((long) i, 1000 + i));
            if (i == count / 2) {
                task.commit();
            }
        }
        return store;
    }

    private static String key(int i) {
        return String.format("k%04d", i);
    }

    private ReadOnlyKeyValueStore<String, Long> plainView() {
        return StoreViews.view(task.store("s"), QueryableStoreTypes.keyValueStore(), lock);
    }

    private static <K> List<K> keys(KeyValueIterator<K, ?> iterator) {
        List<K> keys = new ArrayList<>();
        try (iterator) {
            while (iterator.hasNext()) {
                K peeked = iterator.peekNextKey();
                K key = iterator.next().key;
                assertThat(key).isEqualTo(peeked);
                keys.add(key);
            }
        }
        return keys;
    }

    @Test
    void aTimestampedStoreIsShownWithPlainValuesToWhoAsksForThem() {
        keyValues(3);
        assertThat(plainView().get(key(2))).isEqualTo(2L);
        assertThat(plainView().get("none")).isNull();
        assertThat(plainView().all().next().value).isEqualTo(0L);
        assertThatThrownBy(() -> plainView().get(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aTimestampedStoreIsShownWithTimesToWhoAsksForThem() {
        keyValues(3);
        ReadOnlyKeyValueStore<String, ValueAndTimestamp<Long>> view =
                StoreViews.view(task.store("s"), QueryableStoreTypes.<String, Long>timestampedKeyValueStore(), lock);
        assertThat(view.get(key(2))).isEqualTo(ValueAndTimestamp.make(2L, 1002));
        assertThat(view.all().next().value).isEqualTo(ValueAndTimestamp.make(0L, 1000));
    }

    @Test
    void aLongScanTakesTheLockOncePerPage() {
        keyValues(1000);
        ReadOnlyKeyValueStore<String, Long> view = plainView();
        List<String> all = keys(view.all());
        assertThat(all).hasSize(1000).isSorted().doesNotHaveDuplicates();
        assertThat(lock.taken).isBetween(4, 6);
        Collections.reverse(all);
        assertThat(keys(view.reverseAll())).isEqualTo(all);
        assertThat(keys(view.range(key(10), key(700)))).hasSize(691);
        assertThat(keys(view.reverseRange(key(10), key(700))))
                .hasSize(691)
                .startsWith(key(700))
                .endsWith(key(10));
        assertThat(keys(view.range(key(7), key(3)))).isEmpty();
        assertThat(keys(view.prefixScan("k09", new StringSerializer()))).hasSize(100);
        assertThat(view.approximateNumEntries()).isEqualTo(1000);
    }

    @Test
    void theTaskMayWorkBetweenTwoPages() {
        TimestampedKeyValueStore<String, Long> store = keyValues(600);
        try (KeyValueIterator<String, Long> entries = plainView().all()) {
            assertThat(entries.next().key).isEqualTo(key(0));
            store.delete(key(1));
            store.delete(key(500));
            task.commit();
            List<String> rest = new ArrayList<>();
            entries.forEachRemaining(next -> rest.add(next.key));
            assertThat(rest).hasSize(598).contains(key(1)).doesNotContain(key(500));
        }
    }

    @Test
    void aViewOfAClosedStoreSaysSo() {
        keyValues(600);
        ReadOnlyKeyValueStore<String, Long> view = plainView();
        KeyValueIterator<String, Long> entries = view.all();
        entries.next();
        task.close();
        assertThatThrownBy(() -> view.get("k")).isInstanceOf(InvalidStateStoreException.class);
        assertThatThrownBy(() -> entries.forEachRemaining(next -> {})).isInstanceOf(InvalidStateStoreException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void windowsArePagedInTheOrderOfTheStore(boolean persistent) {
        Duration retention = Duration.ofMinutes(10);
        Duration size = Duration.ofSeconds(1);
        WindowBytesStoreSupplier supplier = persistent
                ? Stores.persistentWindowStore("s", retention, size, false)
                : Stores.inMemoryWindowStore("s", retention, size, false);
        task = TestTask.with(Stores.windowStoreBuilder(supplier, Serdes.String(), Serdes.Long()));
        WindowStore<String, Long> store = task.store("s");
        for (int i = 0; i < 1000; i++) {
            store.put("k" + i % 7, (long) i, i * 500L);
            if (i == 500) {
                task.commit();
            }
        }
        ReadOnlyWindowStore<String, Long> view = StoreViews.view(store, QueryableStoreTypes.windowStore(), lock);
        List<Windowed<String>> all = keys(store.all());
        assertThat(all).hasSize(1000);
        assertThat(keys(view.all())).isEqualTo(all);
        assertThat(keys(view.backwardAll())).isEqualTo(keys(store.backwardAll()));
        Instant from = Instant.ofEpochMilli(50_000);
        Instant to = Instant.ofEpochMilli(450_000);
        assertThat(keys(view.fetchAll(from, to)))
                .isEqualTo(keys(store.fetchAll(from, to)))
                .hasSize(801);
        assertThat(keys(view.backwardFetchAll(from, to))).isEqualTo(keys(store.backwardFetchAll(from, to)));
        assertThat(keys(view.fetch("k1", from, to))).isEqualTo(keys(store.fetch("k1", from, to)));
        assertThat(keys(view.backwardFetch("k1", from, to))).isEqualTo(keys(store.backwardFetch("k1", from, to)));
        assertThat(keys(view.fetch("k1", "k3", from, to))).isEqualTo(keys(store.fetch("k1", "k3", from, to)));
        assertThat(view.fetch("k1", 500)).isEqualTo(1L);
        assertThatThrownBy(() -> view.fetch("k1", null, to)).isInstanceOf(IllegalArgumentException.class);
    }
}
