package dev.millrace.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.streams.errors.LogAndContinueExceptionHandler;
import dev.millrace.streams.errors.LogAndFailExceptionHandler;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.processor.WallclockTimestampExtractor;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TopologyConfigTest {
    private static StreamsConfig application(Map<String, ?> settings) {
        Properties properties = new Properties();
        properties.put("application.id", "app");
        properties.put("bootstrap.servers", "broker:1");
        properties.putAll(settings);
        return new StreamsConfig(properties);
    }

    private static TopologyConfig named(Map<String, ?> overrides) {
        Properties properties = new Properties();
        properties.putAll(overrides);
        return new TopologyConfig("topology", application(Map.of("max.task.idle.ms", 3)), properties);
    }

    @Test
    void aTopologyWithoutANameHasTheSettingsOfTheApplication() {
        TopologyConfig config = new TopologyConfig(application(Map.of("buffered.records.per.partition", 5)));
        assertThat(config.maxBufferedSize).isEqualTo(5);
        assertThat(config.cacheSize).isEqualTo(10_485_760);
        assertThat(config.isNamedTopology()).isFalse();
        assertThat(config.resolveDslStoreSuppliers()).isEmpty();
    }

    @Test
    void aNamedTopologyOverridesWhatItSays() {
        TopologyConfig config = named(Map.of("buffered.records.per.partition", 5));
        assertThat(config.maxBufferedSize).isEqualTo(5);
        assertThat(config.maxTaskIdleMs).isEqualTo(3);
    }

    @Test
    void withoutANameThereAreNoOverrides() {
        Properties overrides = new Properties();
        overrides.put("buffered.records.per.partition", 5);
        assertThat(new TopologyConfig(null, application(Map.of()), overrides).maxBufferedSize)
                .isEqualTo(1000);
    }

    @Test
    void theOldCacheSettingCountsWhereTheNewOneIsNotGiven() {
        assertThat(named(Map.of("cache.max.bytes.buffering", 7L)).cacheSize).isEqualTo(7);
        assertThat(named(Map.of("cache.max.bytes.buffering", 7L, "statestore.cache.max.bytes", 8L)).cacheSize)
                .isEqualTo(8);
        assertThat(new TopologyConfig(application(Map.of("cache.max.bytes.buffering", 77L))).cacheSize)
                .isEqualTo(77);
    }

    @Test
    void theNewStoreSettingWinsOverTheOldOne() {
        assertThat(named(Map.of("default.dsl.store", "in_memory")).resolveDslStoreSuppliers())
                .contains(Materialized.StoreType.IN_MEMORY);
        assertThat(named(Map.of("dsl.store.suppliers.class", InMemoryDslStoreSuppliers.class))
                        .resolveDslStoreSuppliers())
                .containsInstanceOf(InMemoryDslStoreSuppliers.class);
    }

    @Test
    void everyTaskHasItsOwnHandlers() {
        TopologyConfig config = named(Map.of(
                "deserialization.exception.handler", LogAndContinueExceptionHandler.class,
                "default.timestamp.extractor", WallclockTimestampExtractor.class));
        TopologyConfig.TaskConfig task = config.getTaskConfig();
        assertThat(task.deserializationExceptionHandler).isInstanceOf(LogAndContinueExceptionHandler.class);
        assertThat(task.timestampExtractor)
                .isInstanceOf(WallclockTimestampExtractor.class)
                .isNotSameAs(config.getTaskConfig().timestampExtractor);
        assertThat(named(Map.of()).getTaskConfig().deserializationExceptionHandler)
                .isInstanceOf(LogAndFailExceptionHandler.class);
    }
}
