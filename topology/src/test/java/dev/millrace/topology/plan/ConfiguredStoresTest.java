package dev.millrace.topology.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import dev.millrace.streams.TopologyConfig;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.spi.DslRecorder;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers.RocksDBDslStoreSuppliers;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.topology.Recorders;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Where a table is kept: as it says itself, else as its program was told, else as the application is configured. */
class ConfiguredStoresTest {
    private static final Class<?> MEMORY = InMemoryDslStoreSuppliers.class;
    private static final Class<?> DISK = RocksDBDslStoreSuppliers.class;

    @Test
    void byDefaultItIsOnDisk() {
        assertThat(isOnDisk(stored(), null, config(null))).isTrue();
    }

    @Test
    void theApplicationMayConfigureIt() {
        assertThat(isOnDisk(stored(), null, config(MEMORY))).isFalse();
    }

    @Test
    void theProgramsSettingsComeBeforeTheApplications() {
        assertThat(isOnDisk(stored(), config(MEMORY), config(DISK))).isFalse();
    }

    @Test
    void aProgramThatDoesNotSayLeavesItToTheApplication() {
        assertThat(isOnDisk(stored(), config(null), config(MEMORY))).isFalse();
    }

    @Test
    void theTableHasTheFirstWord() {
        Materialized<String, Long, KeyValueStore<Bytes, byte[]>> onDisk = stored();
        onDisk.withStoreType(Materialized.StoreType.ROCKS_DB);
        assertThat(isOnDisk(onDisk, config(MEMORY), config(MEMORY))).isTrue();
    }

    @Test
    @SuppressWarnings("deprecation")
    void aProgramMayBeToldByTheOldSetting() {
        StreamsConfig old = configured(Map.of(StreamsConfig.DEFAULT_DSL_STORE_CONFIG, StreamsConfig.IN_MEMORY));
        assertThat(isOnDisk(stored(), old, config(null))).isFalse();
    }

    private static Materialized<String, Long, KeyValueStore<Bytes, byte[]>> stored() {
        return Materialized.as("store");
    }

    private static StreamsConfig config(@Nullable Class<?> suppliers) {
        return configured(
                suppliers == null ? Map.of() : Map.of(StreamsConfig.DSL_STORE_SUPPLIERS_CLASS_CONFIG, suppliers));
    }

    private static StreamsConfig configured(Map<String, ?> more) {
        Map<String, Object> settings = new HashMap<>(more);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "app");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        return new StreamsConfig(settings);
    }

    private static boolean isOnDisk(
            Materialized<String, Long, KeyValueStore<Bytes, byte[]>> materialized,
            @Nullable StreamsConfig ofProgram,
            StreamsConfig ofApplication) {
        DslRecorder program = new Recorders().newProgram(ofProgram == null ? null : new TopologyConfig(ofProgram));
        program.<String, String>stream(List.of("in"), Consumed.with(null, null))
                .groupByKey()
                .count(materialized);
        RecordedTopology recorded = new RecordedTopology();
        program.build(new Topology(), recorded, null);
        Plan plan = Planner.plan(recorded.definition(), ofApplication);
        return plan.subtopologies().get(0).stores().get(0).builder().build().persistent();
    }
}
