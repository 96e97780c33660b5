package dev.millrace.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.kstream.SessionWindow;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.AggregationWithHeaders;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.SessionStoreWithHeaders;
import dev.millrace.streams.state.Stores;
import java.time.Duration;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** What the driver shows of stores. */
class TopologyTestDriverStoresTest extends DriverFixture {

    private void startCounting() {
        topology.addSource("source", "in");
        addStep("count", "source", (context, record) -> {
            KeyValueStore<String, Long> counts = context.getStateStore("counts");
            Long before = counts.get(record.key());
            counts.put(record.key(), before == null ? 1L : before + 1);
        });
        topology.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore("counts"), Serdes.String(), Serdes.Long()),
                "count");
        start();
    }

    @Test
    void storesAndTheirChangelogsCanBeRead() {
        startCounting();
        input("in").pipeInput("k", "a", 5L);
        input("in").pipeInput("k", "b", 6L);

        assertThat(driver.<String, Long>getKeyValueStore("counts").get("k")).isEqualTo(2L);
        assertThat(driver.getAllStateStores()).containsOnlyKeys("counts");
        assertThat(driver.createOutputTopic("app-counts-changelog", new StringDeserializer(), new LongDeserializer())
                        .readRecordsToList())
                .extracting(record -> record.key() + record.value() + "@" + record.timestamp())
                .containsExactly("k1@5", "k2@6");
        assertThat(driver.producedTopicNames()).containsExactly("app-counts-changelog");
    }

    @Test
    void aStoreIsFoundUnderItsKindOnly() {
        startCounting();

        assertThat((Object) driver.getTimestampedKeyValueStore("counts")).isNull();
        assertThat((Object) driver.getWindowStore("counts")).isNull();
        assertThat((Object) driver.getKeyValueStore("none")).isNull();
        assertThat(driver.getStateStore("none")).isNull();
        assertThatThrownBy(() -> driver.getStateStore("counts"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("getKeyValueStore()");
    }

    @Test
    void aReadOnlyStoreIsFilledFromItsTopicAndHasNoChangelog() {
        topology.addReadOnlyStateStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("store"), Serdes.String(), Serdes.String()),
                "source",
                new StringDeserializer(),
                new StringDeserializer(),
                "in",
                "fill",
                () -> new ContextualProcessor<String, String, Void, Void>() {
                    @Override
                    public void process(Record<String, String> record) {
                        KeyValueStore<String, String> store = context().getStateStore("store");
                        store.put(record.key(), record.value());
                    }
                });
        start();

        input("in").pipeInput("k", "v");

        assertThat(driver.getKeyValueStore("store").get("k")).isEqualTo("v");
        assertThat(driver.producedTopicNames()).isEmpty();
    }

    @Test
    void aSessionStoreIsShownWithItsHeadersAndWithout() {
        topology.addSource("source", new StringDeserializer(), new StringDeserializer(), "in");
        topology.addProcessor("idle", () -> new Step((context, found) -> {}), "source");
        topology.addStateStore(
                Stores.sessionStoreWithHeadersBuilder(
                        Stores.inMemorySessionStore("sessions", Duration.ofMinutes(1)),
                        Serdes.String(),
                        Serdes.String()),
                "idle");
        start();
        Headers headers = new RecordHeaders().add("h", new byte[] {1});
        SessionStoreWithHeaders<String, String> headed = driver.getSessionStoreWithHeaders("sessions");

        headed.put(new Windowed<>("k", new SessionWindow(3, 5)), AggregationWithHeaders.make("v", headers));

        SessionStore<String, String> plain = driver.getSessionStore("sessions");
        assertThat(plain.fetchSession("k", 3, 5)).isEqualTo("v");
        assertThat(headed.fetchSession("k", 3, 5).headers()).isEqualTo(headers);
        plain.put(new Windowed<>("k", new SessionWindow(3, 5)), "new");
        assertThat(headed.fetchSession("k", 3, 5)).isEqualTo(AggregationWithHeaders.make("new", new RecordHeaders()));
    }

    @Test
    void globalStoresAreFilledByPipingAndBySinks() {
        topology.addGlobalStore(
                Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore("names"), Serdes.String(), Serdes.String())
                        .withLoggingDisabled(),
                "namesSource",
                new StringDeserializer(),
                new StringDeserializer(),
                "names-topic",
                "namesStep",
                () -> new ContextualProcessor<String, String, Void, Void>() {
                    @Override
                    public void process(Record<String, String> record) {
                        KeyValueStore<String, String> names = context().getStateStore("names");
                        names.put(record.key(), record.value());
                    }
                });
        topology.addSource("source", "in");
        addStep("look", "source", (context, record) -> {
            KeyValueStore<String, String> names = context.getStateStore("names");
            seen.add(String.valueOf(names.get(record.key())));
            context.forward(record);
        });
        topology.addSink("sink", "names-topic", "look");
        start();

        input("names-topic").pipeInput("k", "one");
        input("in").pipeInput("k", "two");
        input("in").pipeInput("k", "three");

        assertThat(seen).containsExactly("one", "two");
        assertThat(driver.getKeyValueStore("names").get("k")).isEqualTo("three");
    }
}
