package dev.millrace.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.errors.DefaultProductionExceptionHandler;
import dev.millrace.streams.errors.LogAndContinueExceptionHandler;
import dev.millrace.streams.errors.LogAndFailExceptionHandler;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.spi.PlainClients;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The definition of all settings, their defaults, and what must hold between them. */
class StreamsConfigTest {

    /** name, type, default, importance of each of the 74 settings. */
    static List<String[]> settings() {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(StreamsConfigTest.class.getResourceAsStream("settings.tsv")),
                StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split("\t", -1)).forEach(rows::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("settings")
    void everySettingHasItsTypeDefaultAndImportance(String name, String type, String value, String importance) {
        ConfigDef.ConfigKey key = StreamsConfig.configDef().configKeys().get(name);

        assertThat(key).as("definition of %s", name).isNotNull();
        assertThat(key.type()).hasToString(type);
        assertThat(key.importance).hasToString(importance);
        assertThat(render(key)).isEqualTo(value.replace("${java.io.tmpdir}", System.getProperty("java.io.tmpdir")));
        assertThat(key.documentation).isNotBlank();
    }

    @Test
    void thereAreNoOtherSettings() {
        assertThat(StreamsConfig.configDef().names())
                .containsExactlyInAnyOrderElementsOf(
                        settings().stream().map(row -> row[0]).toList());
    }

    private static String render(ConfigDef.ConfigKey key) {
        if (!key.hasDefault()) {
            return "<REQUIRED>";
        }
        Object value = key.defaultValue;
        return value instanceof Class<?> type ? type.getName() : String.valueOf(value);
    }

    static StreamsConfig config(Object... settings) {
        Map<String, Object> map = new HashMap<>();
        map.put(StreamsConfig.APPLICATION_ID_CONFIG, "app");
        map.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "broker:9092");
        for (int i = 0; i < settings.length; i += 2) {
            map.put((String) settings[i], settings[i + 1]);
        }
        return new StreamsConfig(map);
    }

    @Test
    void theApplicationsNameAndBrokersMustBeGiven() {
        assertThatThrownBy(() -> new StreamsConfig(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("application.id");
        assertThatThrownBy(() -> new StreamsConfig(Map.of("application.id", "app")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("bootstrap.servers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "processing.guarantee         | exactly_once",
                "processing.guarantee         | AT_LEAST_ONCE",
                "commit.interval.ms           | -1",
                "num.stream.threads           | many",
                "upgrade.from                 | 1.0",
                "default.dsl.store            | paper",
                "dsl.store.format             | paper",
                "built.in.metrics.version     | 0.10",
                "default.client.supplier      | no.such.Class",
                "probing.rebalance.interval.ms| 59999",
                "rack.aware.assignment.strategy| guess",
                "rack.aware.assignment.tags   | a,b,c,d,e,f",
                "rack.aware.assignment.tags   | zone",
                "bootstrap.servers            | ''",
                "group.protocol               | consumer",
                "security.protocol            | trust",
                "topology.optimization        | ''",
                "topology.optimization        | everything",
                "topology.optimization        | none,all",
                "topology.optimization        | reuse.ktable.source.topics,all",
                "client.tag.a                 | ''",
                "client.tag.a                 | a-value-of-more-than-thirty-characters",
                "client.tag.a-name-of-more-than-20 | 1",
                "consumer.enable.metrics.push | false",
                "main.consumer.enable.metrics.push | false",
                "admin.enable.metrics.push    | false",
            })
    void aMistakeNamesTheSetting(String name, String value) {
        assertThatThrownBy(() -> config(name, value))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(name);
    }

    @Test
    void atMostFiveClientTagsAreAllowed() {
        assertThatThrownBy(() -> config(
                        "client.tag.a",
                        1,
                        "client.tag.b",
                        1,
                        "client.tag.c",
                        1,
                        "client.tag.d",
                        1,
                        "client.tag.e",
                        1,
                        "client.tag.f",
                        1))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("at most 5");
    }

    @Test
    void clientTagsAreFoundByTheirPrefix() {
        StreamsConfig config =
                config("client.tag.zone", "a", "client.tag.rack", 7, "rack.aware.assignment.tags", "rack");

        assertThat(config.getClientTags()).isEqualTo(Map.of("zone", "a", "rack", "7"));
    }

    @Test
    void exactlyOnceCommitsMoreOftenUnlessToldOtherwise() {
        assertThat(config().getLong("commit.interval.ms")).isEqualTo(30_000);
        assertThat(config("processing.guarantee", "exactly_once_v2").getLong("commit.interval.ms"))
                .isEqualTo(100);
        assertThat(config("processing.guarantee", "exactly_once_v2", "commit.interval.ms", "777")
                        .getLong("commit.interval.ms"))
                .isEqualTo(777);
    }

    @Test
    void aTransactionMustNotTimeOutBeforeItIsCommitted() {
        assertThatThrownBy(() -> config("processing.guarantee", "exactly_once_v2", "commit.interval.ms", 10_001))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("commit.interval.ms")
                .hasMessageContaining("producer.transaction.timeout.ms");
        assertThatCode(() -> config("processing.guarantee", "exactly_once_v2", "commit.interval.ms", 10_000))
                .doesNotThrowAnyException();
        assertThatCode(() -> config(
                        "processing.guarantee",
                        "exactly_once_v2",
                        "commit.interval.ms",
                        30_000,
                        "producer.transaction.timeout.ms",
                        "30000"))
                .doesNotThrowAnyException();
    }

    @Test
    void theStreamsProtocolHasNoStaticMembers() {
        assertThatThrownBy(() -> config("group.protocol", "streams", "main.consumer.group.instance.id", "i"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("main.consumer.group.instance.id");
        assertThat(config("group.protocol", "STREAMS").isStreamsProtocolEnabled())
                .isTrue();
        assertThat(config().isStreamsProtocolEnabled()).isFalse();
    }

    @Test
    void optimisationsAreNamedOneByOneOrAllTogether() {
        assertThat(StreamsConfig.verifyTopologyOptimizationConfigs("none")).isEmpty();
        assertThat(StreamsConfig.verifyTopologyOptimizationConfigs("all"))
                .containsExactlyInAnyOrder(
                        "reuse.ktable.source.topics", "merge.repartition.topics", "single.store.self.join");
        assertThat(StreamsConfig.verifyTopologyOptimizationConfigs("merge.repartition.topics , single.store.self.join"))
                .containsExactlyInAnyOrder("merge.repartition.topics", "single.store.self.join");
    }

    @Test
    void aMissingDefaultSerdeSaysWhatToSet() {
        assertThatThrownBy(() -> config().defaultKeySerde())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("default.key.serde");
        assertThatThrownBy(() -> config().defaultValueSerde())
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("default.value.serde");
    }

    @Test
    void aClassThatIsNoSerdeIsNamed() {
        assertThatThrownBy(() -> config("default.key.serde", String.class).defaultKeySerde())
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("java.lang.String");
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "value"})
    void aListSerdeIsConfiguredFromTheSettings(String part) {
        StreamsConfig config = config(
                "default." + part + ".serde", Serdes.ListSerde.class,
                "default.list." + part + ".serde.type", ArrayList.class,
                "default.list." + part + ".serde.inner", Serdes.StringSerde.class);

        try (var serde = part.equals("key") ? config.defaultKeySerde() : config.defaultValueSerde()) {
            assertThat(serde.deserializer().deserialize("t", serialize(serde, List.of("a", "b"))))
                    .isEqualTo(List.of("a", "b"));
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> byte[] serialize(Serde<T> serde, Object value) {
        return serde.serializer().serialize("t", (T) value);
    }

    @Test
    @SuppressWarnings("deprecation")
    void theNewNameOfAHandlerSettingWinsOverTheOld() {
        String goOn = LogAndContinueExceptionHandler.class.getName();
        StreamsConfig old = config("default.deserialization.exception.handler", goOn);
        StreamsConfig both = config(
                "default.deserialization.exception.handler",
                goOn,
                "deserialization.exception.handler",
                LogAndFailExceptionHandler.class);

        assertThat(config().deserializationExceptionHandler()).isInstanceOf(LogAndFailExceptionHandler.class);
        assertThat(old.deserializationExceptionHandler()).isInstanceOf(LogAndContinueExceptionHandler.class);
        assertThat(both.deserializationExceptionHandler()).isInstanceOf(LogAndFailExceptionHandler.class);
        assertThat(both.defaultDeserializationExceptionHandler()).isInstanceOf(LogAndContinueExceptionHandler.class);
    }

    @Test
    @SuppressWarnings("deprecation")
    void theOldNameOfTheProductionHandlerCountsIfItIsAlone() {
        StreamsConfig old = config("default.production.exception.handler", Lenient.class);
        StreamsConfig both = config(
                "default.production.exception.handler",
                Lenient.class,
                "production.exception.handler",
                DefaultProductionExceptionHandler.class);

        assertThat(old.productionExceptionHandler()).isInstanceOf(Lenient.class);
        assertThat(both.productionExceptionHandler()).isExactlyInstanceOf(DefaultProductionExceptionHandler.class);
    }

    /** A handler that is not the default. */
    public static final class Lenient extends DefaultProductionExceptionHandler {}

    @Test
    void aProviderFillsInWhatASettingRefersTo() {
        StreamsConfig config = config(
                "config.providers", "vault",
                "config.providers.vault.class", Vault.class.getName(),
                "client.id", "${vault:shelf:name}");

        assertThat(config.getString("client.id")).isEqualTo("name of shelf");
    }

    /** Knows a value for every key. */
    public static final class Vault implements ConfigProvider {
        @Override
        public ConfigData get(String path) {
            return new ConfigData(Map.of());
        }

        @Override
        public ConfigData get(String path, Set<String> keys) {
            Map<String, String> values = new HashMap<>();
            keys.forEach(key -> values.put(key, key + " of " + path));
            return new ConfigData(values);
        }

        @Override
        public void configure(Map<String, ?> configs) {}

        @Override
        public void close() {}
    }

    @Test
    void aClassThatIsNoHandlerIsNamed() {
        assertThatThrownBy(() ->
                        config("production.exception.handler", String.class).productionExceptionHandler())
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("java.lang.String");
    }

    @Test
    void plainClientsAreTheDefault() {
        assertThat(config().getKafkaClientSupplier()).isInstanceOf(PlainClients.class);
    }

    @Test
    void internalSettingsFallBackToTheDefaultWhenTheyMakeNoSense() {
        assertThat(StreamsConfig.InternalConfig.getBoolean(Map.of("k", "true"), "k", false))
                .isTrue();
        assertThat(StreamsConfig.InternalConfig.getBoolean(Map.of("k", "perhaps"), "k", true))
                .isTrue();
        assertThat(StreamsConfig.InternalConfig.getLong(Map.of("k", "17"), "k", 3))
                .isEqualTo(17);
        assertThat(StreamsConfig.InternalConfig.getLong(Map.of(), "k", 3)).isEqualTo(3);
        assertThat(StreamsConfig.InternalConfig.getString(Map.of("k", "v"), "k", "d"))
                .isEqualTo("v");
    }
}
