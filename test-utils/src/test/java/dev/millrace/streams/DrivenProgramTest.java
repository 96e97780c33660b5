package dev.millrace.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.GlobalKTable;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.ValueAndTimestamp;
import dev.millrace.streams.state.WindowStore;
import dev.millrace.streams.state.WindowStoreIterator;
import dev.millrace.streams.test.TestRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs in the declarative language, driven from their input topics to their output topics. */
class DrivenProgramTest {
    private final StreamsBuilder builder = new StreamsBuilder();
    private final Properties config = new Properties();
    private TopologyTestDriver driver;

    DrivenProgramTest() {
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "app");
        config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        config.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    private TestInputTopic<String, String> input(String topic) {
        return driver.createInputTopic(topic, new StringSerializer(), new StringSerializer());
    }

    private <V> List<String> output(String topic, Deserializer<V> values) {
        List<String> lines = new ArrayList<>();
        for (TestRecord<String, V> record : driver.createOutputTopic(topic, new StringDeserializer(), values)
                .readRecordsToList()) {
            lines.add(record.key() + "=" + record.value() + "@" + record.timestamp());
        }
        return lines;
    }

    private void start() {
        driver = new TopologyTestDriver(builder.build(config), config);
    }

    @ParameterizedTest
    @ValueSource(strings = {StreamsConfig.AT_LEAST_ONCE, StreamsConfig.EXACTLY_ONCE_V2})
    void wordsAreCounted(String guarantee) {
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        KStream<String, String> lines = builder.stream("lines");
        lines.flatMapValues(line -> List.of(line.toLowerCase(Locale.ROOT).split(" ")))
                .groupBy((key, word) -> word)
                .count(Materialized.as("counts"))
                .toStream()
                .to("counts-topic", Produced.with(Serdes.String(), Serdes.Long()));
        start();

        input("lines").pipeInput(null, "Hello world", 1L);
        input("lines").pipeInput(null, "hello again", 2L);

        assertThat(output("counts-topic", new LongDeserializer()))
                .containsExactly("hello=1@1", "world=1@1", "hello=2@2", "again=1@2");
        assertThat(output("app-counts-changelog", new LongDeserializer()))
                .containsExactly("hello=1@1", "world=1@1", "hello=2@2", "again=1@2");
        assertThat(driver.producedTopicNames())
                .containsExactlyInAnyOrder("app-counts-repartition", "app-counts-changelog", "counts-topic");
        assertThat(driver.<String, Long>getKeyValueStore("counts").get("hello")).isEqualTo(2L);
        assertThat(driver.<String, Long>getTimestampedKeyValueStore("counts").get("hello"))
                .isEqualTo(ValueAndTimestamp.make(2L, 2));
        try (KeyValueIterator<String, Long> all =
                driver.<String, Long>getKeyValueStore("counts").all()) {
            assertThat(all).toIterable().extracting(entry -> entry.key).containsExactly("again", "hello", "world");
        }
    }

    private void startConcatenation() {
        KStream<String, String> in = builder.stream("in");
        in.flatMapValues(value -> List.of(value + "1", value + "2"))
                .groupByKey()
                .reduce((one, other) -> one + other, Materialized.as("all"))
                .toStream()
                .to("out");
        start();
    }

    @Test
    void aCacheEmitsTheLastUpdateOfEachRecordPiped() {
        startConcatenation();
        input("in").pipeInput("k", "v", 5L);
        input("in").pipeInput("k", "w", 6L);

        assertThat(output("out", new StringDeserializer())).containsExactly("k=v1v2@5", "k=v1v2w1w2@6");
    }

    @Test
    void withoutACacheEveryUpdateIsEmitted() {
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0L);
        startConcatenation();
        input("in").pipeInput("k", "v", 5L);

        assertThat(output("out", new StringDeserializer())).containsExactly("k=v1@5", "k=v1v2@5");
    }

    @Test
    void windowsCanBeReadWithAndWithoutTimestamps() {
        builder.<String, String>stream("in")
                .groupByKey()
                .windowedBy(TimeWindows.ofSizeWithNoGrace(Duration.ofMillis(10)))
                .count(Materialized.<String, Long, WindowStore<Bytes, byte[]>>as("windows")
                        .withRetention(Duration.ofSeconds(1)));
        start();
        input("in").pipeInput("k", "v", 5L);
        input("in").pipeInput("k", "v", 7L);
        input("in").pipeInput("k", "v", 25L);

        try (WindowStoreIterator<Long> all =
                driver.<String, Long>getWindowStore("windows").fetch("k", 0L, 100L)) {
            assertThat(all).toIterable().containsExactly(KeyValue.pair(0L, 2L), KeyValue.pair(20L, 1L));
        }
        assertThat(driver.<String, Long>getTimestampedWindowStore("windows").fetch("k", 0L))
                .isEqualTo(ValueAndTimestamp.make(2L, 7));
    }

    @Test
    void aStreamIsJoinedWithATableAndAGlobalTable() {
        KTable<String, String> table = builder.table("table", Materialized.as("table-store"));
        GlobalKTable<String, String> global = builder.globalTable("global", Materialized.as("global-store"));
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
                .join(table, (value, row) -> value + row)
                .join(global, (key, value) -> key, (value, row) -> value + row)
                .to("out");
        start();

        input("table").pipeInput("k", "-table", 1L);
        input("global").pipeInput("k", "-global", 2L);
        input("in").pipeInput("k", "v", 3L);
        input("in").pipeInput("unknown", "v", 4L);
        input("table").pipeInput("k", null, 5L);
        input("in").pipeInput("k", "v", 6L);

        assertThat(output("out", new StringDeserializer())).containsExactly("k=v-table-global@3");
        assertThat(output("app-table-store-changelog", new StringDeserializer()))
                .containsExactly("k=-table@1", "k=null@5");
        assertThat(driver.getKeyValueStore("global-store").get("k")).isEqualTo("-global");
    }

    @Test
    void aTableIsAggregatedUnderAnotherKey() {
        builder.<String, String>table("users")
                .groupBy((user, city) -> KeyValue.pair(city, user))
                .count(Materialized.as("per-city"))
                .toStream()
                .to("out", Produced.with(Serdes.String(), Serdes.Long()));
        start();

        input("users").pipeInput("ann", "rome", 1L);
        input("users").pipeInput("bob", "rome", 2L);
        input("users").pipeInput("ann", "paris", 3L);

        assertThat(output("out", new LongDeserializer()))
                .containsExactly("rome=1@1", "rome=2@2", "rome=1@3", "paris=1@3");
    }
}
