package dev.millrace.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.KeyValue;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LocalKeyValueStoreTest {
    private final Partition first = new Partition();
    private final Partition second = new Partition();
    private final LocalKeyValueStore<String, Integer> store = new LocalKeyValueStore<>(() -> List.of(first, second));

    @Test
    void aKeyIsFoundWhereverItIs() {
        second.entries.put("b", 2);
        assertThat(store.get("b")).isEqualTo(2);
        assertThat(store.get("a")).isNull();
        assertThatThrownBy(() -> store.get(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void partitionsComeOneAfterTheOther() {
        first.entries.put("c", 3);
        second.entries.put("a", 1);
        second.entries.put("b", 2);
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, Integer> all = store.all()) {
            assertThat(all.peekNextKey()).isEqualTo("c");
            all.forEachRemaining(entry -> keys.add(entry.key));
            assertThatThrownBy(all::next).isInstanceOf(NoSuchElementException.class);
        }
        assertThat(keys).containsExactly("c", "a", "b");
        assertThat(first.open + second.open).isZero();
    }

    @Test
    void closingEarlyClosesThePartition() {
        first.entries.put("a", 1);
        try (KeyValueIterator<String, Integer> range = store.range("a", "z")) {
            assertThat(range.next()).isEqualTo(KeyValue.pair("a", 1));
            assertThat(first.open).isEqualTo(1);
            assertThat(second.open).isZero();
        }
        assertThat(first.open).isZero();
    }

    @Test
    void theNumberOfEntriesDoesNotOverflow() {
        first.approximateNumEntries = Long.MAX_VALUE;
        second.approximateNumEntries = 1;
        assertThat(store.approximateNumEntries()).isEqualTo(Long.MAX_VALUE);
    }

    private static final class Partition implements ReadOnlyKeyValueStore<String, Integer> {
        private final NavigableMap<String, Integer> entries = new TreeMap<>();
        private long approximateNumEntries;
        private int open;

        @Override
        public Integer get(String key) {
            return entries.get(key);
        }

        @Override
        public KeyValueIterator<String, Integer> range(String from, String to) {
            open++;
            var remaining = new TreeMap<>(entries.subMap(from, true, to, true));
            return new KeyValueIterator<>() {
                private final Iterator<String> keys =
                        List.copyOf(remaining.keySet()).iterator();

                @Override
                public void close() {
                    open--;
                }

                @Override
                public String peekNextKey() {
                    return remaining.firstKey();
                }

                @Override
                public boolean hasNext() {
                    return keys.hasNext();
                }

                @Override
                public KeyValue<String, Integer> next() {
                    String key = keys.next();
                    return KeyValue.pair(key, remaining.remove(key));
                }
            };
        }

        @Override
        public KeyValueIterator<String, Integer> all() {
            return range("", "zzz");
        }

        @Override
        public long approximateNumEntries() {
            return approximateNumEntries;
        }
    }
}
