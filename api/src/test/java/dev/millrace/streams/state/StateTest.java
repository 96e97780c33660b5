package dev.millrace.streams.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.errors.StreamsException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** The value types of the state package. */
class StateTest {

    @Test
    void noValueHasNoTimestampEither() {
        assertThat(ValueAndTimestamp.make(null, 3)).isNull();
        assertThat(ValueAndTimestamp.makeAllowNullable(null, 3).timestamp()).isEqualTo(3);
        assertThat(ValueAndTimestamp.getValueOrNull(ValueAndTimestamp.<String>make(null, 3)))
                .isNull();
        assertThat(ValueTimestampHeaders.make("v", 3, null).headers()).isEmpty();
        assertThat(AggregationWithHeaders.make(null, null)).isNull();
        assertThatThrownBy(() -> AggregationWithHeaders.make("a", null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void theLatestVersionHoldsForEver() {
        assertThat(new VersionedRecord<>("v", 3).validTo()).isEmpty();
        assertThat(new VersionedRecord<>("v", 3, 9).validTo()).contains(9L);
        assertThatThrownBy(() -> new VersionedRecord<>(null, 3)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void plainBytesGetAnUnknownTimestampAndNoHeaders() {
        byte[] plain = {1, 2};
        assertThat(TimestampedBytesStore.convertToTimestampedFormat(plain))
                .containsExactly(-1, -1, -1, -1, -1, -1, -1, -1, 1, 2);
        assertThat(HeadersBytesStore.convertToHeaderFormat(plain)).containsExactly(0, 1, 2);
        assertThat(HeadersBytesStore.convertFromPlainToHeaderFormat(plain))
                .containsExactly(0, -1, -1, -1, -1, -1, -1, -1, -1, 1, 2);
        assertThat(HeadersBytesStore.convertFromPlainToHeaderFormat(null)).isNull();
    }

    @Test
    @SuppressWarnings("deprecation")
    void anOldStoreIsTimestampedOrPlain() {
        assertThat(new DslKeyValueParams("s", true).dslStoreFormat()).isEqualTo(DslStoreFormat.TIMESTAMPED);
        assertThat(new DslKeyValueParams("s", false).dslStoreFormat()).isEqualTo(DslStoreFormat.PLAIN);
        assertThat(new DslKeyValueParams("s", DslStoreFormat.HEADERS).isTimestamped())
                .isFalse();
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"})
    void theWrongSerdeIsNamed() {
        StateSerdes serdes = StateSerdes.withBuiltinTypes("topic", String.class, Integer.class);
        assertThatThrownBy(() -> serdes.rawValue("text", new RecordHeaders()))
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("IntegerSerializer")
                .hasMessageContaining("java.lang.String")
                .hasMessageContaining("topic");
    }
}
