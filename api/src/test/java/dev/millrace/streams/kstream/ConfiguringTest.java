package dev.millrace.streams.kstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.Topology;
import dev.millrace.streams.errors.TopologyException;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The objects that configure a step of a program. */
class ConfiguringTest {

    @Test
    void aMaterializedStoreHasALegalName() {
        assertThatThrownBy(() -> Materialized.as("a b")).isInstanceOf(TopologyException.class);
        assertThat(Materialized.as("counts").storeName).isEqualTo("counts");
    }

    @Test
    void aMaterializedStoreIsLoggedAndCachedUnlessToldOtherwise() {
        var store = Materialized.as("counts");
        assertThat(store.loggingEnabled).isTrue();
        assertThat(store.cachingEnabled).isTrue();
        assertThat(store.withLoggingEnabled(Map.of("a", "b")).withLoggingDisabled().topicConfig)
                .isEmpty();
        assertThat(store.withCachingDisabled()).isSameAs(store);
        assertThat(store.cachingEnabled).isFalse();
        assertThat(store.loggingEnabled).isFalse();
    }

    @Test
    void aStoreFromASupplierHasNoOtherType() {
        var store = Materialized.<String, String>as(new Supplier());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.withStoreType(BuiltInDslStoreSuppliers.IN_MEMORY))
                .withMessageContaining("from-supplier");
        assertThatThrownBy(() -> store.withStoreType(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aRetentionIsNotNegative() {
        var store = Materialized.as("windows");
        assertThat(store.withRetention(Duration.ZERO).retention).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> store.withRetention(Duration.ofMillis(-1)));
        assertThatIllegalArgumentException().isThrownBy(() -> store.withRetention(null));
    }

    @Test
    void whatIsConsumedDoesNotChange() {
        Consumed<String, String> first = Consumed.as("first");
        assertThat(first.withName("second")).isNotSameAs(first).isEqualTo(Consumed.as("second"));
        assertThat(first).isEqualTo(Consumed.as("first"));
    }

    @Test
    @SuppressWarnings("deprecation")
    void anOldResetPolicyIsTranslated() {
        Consumed<String, String> consumed = Consumed.with(Topology.AutoOffsetReset.EARLIEST);
        assertThat(consumed.resetPolicy).isEqualTo(AutoOffsetReset.earliest());
        assertThat(consumed.legacyResetPolicy).isEqualTo(Topology.AutoOffsetReset.EARLIEST);
        Consumed<String, String> changed = consumed.withOffsetResetPolicy(AutoOffsetReset.none());
        assertThat(changed.resetPolicy).isEqualTo(AutoOffsetReset.none());
        assertThat(changed.legacyResetPolicy).isNull();
    }

    @Test
    void whatIsProducedChanges() {
        Produced<String, String> produced = Produced.as("sink");
        assertThat(produced.withKeySerde(Serdes.String())).isSameAs(produced);
        assertThat(produced.processorName).isEqualTo("sink");
    }

    @Test
    void aStreamJoinKeepsWhatIsNotChanged() {
        StreamJoined<String, String, String> first = StreamJoined.as("stores");
        StreamJoined<String, String, String> second =
                first.withName("join").withLoggingEnabled(Map.of("a", "b")).withKeySerde(Serdes.String());
        assertThat(second.storeName).isEqualTo("stores");
        assertThat(second.name).isEqualTo("join");
        assertThat(second.topicConfig).containsEntry("a", "b");
        assertThat(second.withLoggingDisabled().topicConfig).isEmpty();
        assertThat(first.name).isNull();
    }

    @Test
    void aStreamIsPrintedAsKeyAndValue() {
        Printed<String, Integer> printed = Printed.toSysOut();
        assertThat(printed.mapper.apply("k", 1)).isEqualTo("k, 1");
        assertThatThrownBy(() -> printed.withLabel(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aFileToPrintToMustBeWritable(@TempDir Path directory) {
        assertThat(Printed.toFile(directory.resolve("out").toString()).outputStream)
                .isNotNull();
        String missing = directory.resolve("missing").resolve("out").toString();
        assertThatThrownBy(() -> Printed.toFile(missing))
                .isInstanceOf(TopologyException.class)
                .hasMessageContaining(missing);
        assertThatThrownBy(() -> Printed.toFile("")).isInstanceOf(TopologyException.class);
    }

    @Test
    void aBranchDoesSomethingWithItsStream() {
        assertThatThrownBy(() -> Branched.<String, String>withFunction(null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> Branched.<String, String>withConsumer(null)).isInstanceOf(NullPointerException.class);
        assertThat(Branched.<String, String>withFunction(stream -> stream).withName("even").name)
                .isEqualTo("even");
    }

    private static final class Supplier implements KeyValueBytesStoreSupplier {
        @Override
        public String name() {
            return "from-supplier";
        }

        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            throw new IllegalStateException("Nobody should want a store in this test");
        }

        @Override
        public String metricsScope() {
            return "test";
        }
    }
}
