package dev.millrace.state.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.state.fixture.TestTask;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.errors.InvalidStateStoreException;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every key-value store does, however it was built. */
@ParameterizedClass
@MethodSource("dev.millrace.state.task.StoreVariant#all")
class KeyValueStoreContractTest {
    private final StoreVariant variant;
    private TestTask task;
    private KeyValueStore<String, Object> store;

    KeyValueStoreContractTest(StoreVariant variant) {
        this.variant = variant;
    }

    @BeforeEach
    void open() {
        task = TestTask.with(variant.keyValues("s", Serdes.Long()));
        store = task.store("s");
        task.origin().turnTo("in", 0, 7);
    }

    @AfterEach
    void close() {
        task.close();
    }

    private Object shown(long value) {
        return variant.shown(value);
    }

    private void put(String key, long value) {
        store.put(key, shown(value));
    }

    /** Some entries committed, some not, one of each overwritten and deleted. */
    private void fill() {
        put("b", 1);
        put("c", 2);
        put("d", 3);
        put("gone", 4);
        task.commit();
        put("a", 5);
        put("ab", 6);
        put("c", 7);
        put("fleeting", 8);
        store.delete("gone");
        store.delete("fleeting");
    }

    private List<String> keys(KeyValueIterator<String, Object> entries) {
        List<String> keys = new ArrayList<>();
        try (entries) {
            while (entries.hasNext()) {
                String peeked = entries.peekNextKey();
                KeyValue<String, Object> next = entries.next();
                assertThat(next.key).isEqualTo(peeked);
                assertThat(next.value).isEqualTo(store.get(next.key));
                keys.add(next.key);
            }
        }
        return keys;
    }

    @Test
    void readsWhatWasWritten() {
        fill();
        assertThat(store.get("a")).isEqualTo(shown(5));
        assertThat(store.get("b")).isEqualTo(shown(1));
        assertThat(store.get("c")).isEqualTo(shown(7));
        assertThat(store.get("gone")).isNull();
        assertThat(store.get("fleeting")).isNull();
        assertThat(store.get("never")).isNull();
    }

    @Test
    void scansInTheOrderOfKeys() {
        fill();
        assertThat(keys(store.all())).containsExactly("a", "ab", "b", "c", "d");
        assertThat(keys(store.reverseAll())).containsExactly("d", "c", "b", "ab", "a");
        assertThat(keys(store.range("ab", "c"))).containsExactly("ab", "b", "c");
        assertThat(keys(store.reverseRange("ab", "c"))).containsExactly("c", "b", "ab");
        assertThat(keys(store.range(null, "b"))).containsExactly("a", "ab", "b");
        assertThat(keys(store.range("b", null))).containsExactly("b", "c", "d");
        assertThat(keys(store.range(null, null))).containsExactly("a", "ab", "b", "c", "d");
        assertThat(keys(store.range("c", "a"))).isEmpty();
        assertThat(keys(store.prefixScan("a", new StringSerializer()))).containsExactly("a", "ab");
        assertThat(keys(store.prefixScan("", new StringSerializer()))).hasSize(5);
        assertThat(keys(store.prefixScan("x", new StringSerializer()))).isEmpty();
    }

    @Test
    void putIfAbsentGivesWhatIsThereAndWritesOnlyIfNothingIs() {
        assertThat(store.putIfAbsent("a", shown(1))).isNull();
        assertThat(store.putIfAbsent("a", shown(2))).isEqualTo(shown(1));
        assertThat(store.get("a")).isEqualTo(shown(1));
    }

    @Test
    void deleteGivesWhatWasThere() {
        put("a", 1);
        task.commit();
        assertThat(store.delete("a")).isEqualTo(shown(1));
        assertThat(store.delete("a")).isNull();
        task.commit();
        assertThat(store.get("a")).isNull();
    }

    @Test
    void puttingNullDeletes() {
        put("a", 1);
        task.commit();
        store.put("a", null);
        assertThat(store.get("a")).isNull();
        task.commit();
        assertThat(keys(store.all())).isEmpty();
    }

    @Test
    void putAllWritesEverything() {
        store.putAll(List.of(KeyValue.pair("a", shown(1)), KeyValue.pair("b", shown(2))));
        assertThat(keys(store.all())).containsExactly("a", "b");
    }

    @Test
    void countsItsEntries() {
        fill();
        task.commit();
        assertThat(store.approximateNumEntries()).isEqualTo(5);
    }

    @Test
    void whatIsCommittedSurvivesACrashAndTheRestDoesNot() {
        fill();
        task.commit();
        put("late", 9);
        store.delete("a");
        task.crash();
        store = task.store("s");
        assertThat(keys(store.all()))
                .isEqualTo(variant.survives() ? List.of("a", "ab", "b", "c", "d") : List.<String>of());
        assertThat(store.get("late")).isNull();
    }

    @Test
    void whatIsLoggedButNotCommittedIsReplayed() {
        fill();
        task.commit();
        put("late", 9);
        store.delete("a");
        task.flush();
        task.crash();
        store = task.store("s");
        if (variant.logging()) {
            assertThat(keys(store.all())).containsExactly("ab", "b", "c", "d", "late");
            assertThat(store.get("late")).isEqualTo(shown(9));
        } else {
            assertThat(store.get("late")).isNull();
        }
    }

    @Test
    void theChangelogAloneIsEnough() {
        fill();
        task.commit();
        try (TestTask other = task.elsewhere()) {
            store = other.store("s");
            assertThat(keys(store.all()))
                    .isEqualTo(variant.logging() ? List.of("a", "ab", "b", "c", "d") : List.<String>of());
            if (variant.logging()) {
                assertThat(store.get("c")).isEqualTo(shown(7));
            }
        }
    }

    @Test
    void aChangelogGetsTheLastValueOfEachKeyPerCommit() {
        for (int i = 0; i < 10; i++) {
            put("a", i);
            put("b", i);
        }
        assertThat(task.commit()).hasSize(variant.logging() ? 2 : 0);
        assertThat(task.commit()).isEmpty();
    }

    @Test
    void aNullKeyIsAnError() {
        assertThatThrownBy(() -> store.get(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("key cannot be null");
        assertThatThrownBy(() -> store.put(null, shown(1))).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.putIfAbsent(null, shown(1))).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.delete(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.putAll(List.of(KeyValue.pair("a", shown(1)), KeyValue.pair(null, shown(1)))))
                .isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> store.prefixScan(null, new StringSerializer()))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("prefix cannot be null");
        assertThat(keys(store.all())).isEmpty();
    }

    @Test
    void aValueOfTheWrongTypeFailsWhenItIsWritten() {
        put("a", 1);
        assertThatThrownBy(() -> store.put("a", variant.shown("text")))
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("LongSerializer")
                .hasMessageContaining("java.lang.String")
                .hasCauseInstanceOf(ClassCastException.class);
        assertThat(store.get("a")).isEqualTo(shown(1));
        task.commit();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void aKeyOfTheWrongTypeFails() {
        KeyValueStore raw = store;
        assertThatThrownBy(() -> raw.put(5, shown(1)))
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("StringSerializer")
                .hasMessageContaining("java.lang.Integer")
                .hasCauseInstanceOf(ClassCastException.class);
        assertThatThrownBy(() -> raw.get(5)).isInstanceOf(StreamsException.class);
        assertThatThrownBy(() -> raw.range(5, 6)).isInstanceOf(StreamsException.class);
    }

    @Test
    void anIteratorEndsOnceAndIsUselessWhenClosed() {
        put("a", 1);
        KeyValueIterator<String, Object> entries = store.all();
        entries.next();
        assertThatThrownBy(entries::next).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(entries::peekNextKey).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(entries::remove).isInstanceOf(UnsupportedOperationException.class);
        entries.close();
        assertThatThrownBy(entries::hasNext).isInstanceOf(InvalidStateStoreException.class);
    }

    @Test
    void aLoopMayWriteWhatItVisits() {
        fill();
        try (KeyValueIterator<String, Object> entries = store.all()) {
            while (entries.hasNext()) {
                String key = entries.next().key;
                store.delete(key);
                put(key + "+", 1);
            }
        }
        assertThat(keys(store.all())).containsExactly("a+", "ab+", "b+", "c+", "d+");
    }

    @Test
    void onlyTheTaskOpensAndCloses() {
        assertThat(store.isOpen()).isTrue();
        assertThatThrownBy(store::close).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> store.init(null, store)).isInstanceOf(UnsupportedOperationException.class);
        task.close();
        assertThat(store.isOpen()).isFalse();
        assertThatThrownBy(() -> store.get("a"))
                .isInstanceOf(InvalidStateStoreException.class)
                .hasMessageContaining("s");
        store.close();
    }

    @Test
    void saysWhatItIs() {
        assertThat(store.name()).isEqualTo("s");
        assertThat(store.persistent()).isEqualTo(variant.persistent());
    }
}
