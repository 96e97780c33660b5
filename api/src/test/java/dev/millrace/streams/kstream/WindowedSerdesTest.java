package dev.millrace.streams.kstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class WindowedSerdesTest {
    private static final byte[] TIME_KEY = {'k', 0, 0, 0, 0, 0, 0, 0, 1};
    private static final byte[] SESSION_KEY = {'k', 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 1};
    private static final byte[] CHANGELOG_KEY = {'k', 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 7};
    private static final String STRING_SERDE = Serdes.StringSerde.class.getName();

    @Test
    void aTimeWindowIsWrittenAsItsStart() {
        Serde<Windowed<String>> serde = WindowedSerdes.timeWindowedSerdeFrom(String.class, 5);
        Windowed<String> key = new Windowed<>("k", new TimeWindow(1, 6));
        assertThat(serde.serializer().serialize("t", key)).isEqualTo(TIME_KEY);
        assertThat(serde.deserializer().deserialize("t", TIME_KEY)).isEqualTo(key);
    }

    @Test
    void aSessionIsWrittenAsItsEndAndItsStart() {
        Serde<Windowed<String>> serde = WindowedSerdes.sessionWindowedSerdeFrom(String.class);
        Windowed<String> key = new Windowed<>("k", new SessionWindow(1, 2));
        assertThat(serde.serializer().serialize("t", key)).isEqualTo(SESSION_KEY);
        assertThat(serde.deserializer().deserialize("t", SESSION_KEY)).isEqualTo(key);
    }

    @Test
    void theKeyOfAChangelogHasANumberAtItsEnd() {
        var serde = new WindowedSerdes.TimeWindowedSerde<>(Serdes.String(), 5).forChangelog(true);
        assertThat(serde.deserializer().deserialize("t", CHANGELOG_KEY))
                .isEqualTo(new Windowed<>("k", new TimeWindow(1, 6)));
    }

    @Test
    void aWindowThatIsTooLargeEndsWithTime() {
        var deserializer = new TimeWindowedDeserializer<>(new StringDeserializer(), Long.MAX_VALUE);
        assertThat(deserializer.deserialize("t", TIME_KEY).window().end()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void recordsArePartitionedByTheKeyAlone() {
        var serializer = new TimeWindowedSerializer<>(new StringSerializer());
        assertThat(serializer.serializeBaseKey("t", new Windowed<>("k", new TimeWindow(1, 6))))
                .containsExactly('k');
    }

    @Test
    void nothingIsReadFromNothing() {
        Serde<Windowed<String>> serde = WindowedSerdes.timeWindowedSerdeFrom(String.class, 5);
        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", new byte[0])).isNull();
    }

    @Test
    void tooFewBytesAreAnError() {
        var time = new TimeWindowedDeserializer<>(new StringDeserializer(), 5L);
        var session = new SessionWindowedDeserializer<>(new StringDeserializer());
        assertThatThrownBy(() -> time.deserialize("t", new byte[3])).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> session.deserialize("t", new byte[15])).isInstanceOf(SerializationException.class);
    }

    @Test
    void theConfigurationNamesTheInnerSerde() {
        var serializer = new TimeWindowedSerializer<String>();
        serializer.configure(Map.of(TimeWindowedSerializer.WINDOWED_INNER_SERIALIZER_CLASS, STRING_SERDE), true);
        assertThat(serializer.serialize("t", new Windowed<>("k", new TimeWindow(1, 6))))
                .isEqualTo(TIME_KEY);
        var session = new SessionWindowedDeserializer<String>();
        session.configure(Map.of("windowed.inner.class.serde", Serdes.StringSerde.class), true);
        assertThat(session.deserialize("t", SESSION_KEY).key()).isEqualTo("k");
    }

    @Test
    void theSpecificSettingWinsOverTheGeneralOne() {
        var serializer = new SessionWindowedSerializer<String>();
        serializer.configure(
                Map.of("windowed.inner.serializer.class", STRING_SERDE, "windowed.inner.class.serde", "no.such.Serde"),
                true);
        assertThat(serializer.serialize("t", new Windowed<>("k", new SessionWindow(1, 2))))
                .isEqualTo(SESSION_KEY);
    }

    @Test
    void theConfigurationNamesTheWindowSize() {
        var deserializer = new TimeWindowedDeserializer<>(new StringDeserializer(), null);
        deserializer.configure(Map.of(TimeWindowedDeserializer.WINDOW_SIZE_MS_CONFIG, "5"), true);
        assertThat(deserializer.getWindowSize()).isEqualTo(5);
    }

    @Test
    void codeAndConfigurationMustAgree() {
        var size = new TimeWindowedDeserializer<>(new StringDeserializer(), 5L);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> size.configure(Map.of("window.size.ms", 5L), true))
                .withMessageContaining("only one");
        var inner = new TimeWindowedSerializer<>(new StringSerializer());
        Map<String, String> other = Map.of("windowed.inner.serializer.class", Serdes.IntegerSerde.class.getName());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> inner.configure(other, true))
                .withMessageContaining("IntegerSerializer");
    }

    @Test
    void somethingMustSayHowKeysAreWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeWindowedSerializer<String>().configure(Map.of(), true));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TimeWindowedDeserializer<String>().configure(Map.of(), true));
        Map<String, String> unknown = Map.of("windowed.inner.serializer.class", "no.such.Serde");
        assertThatThrownBy(() -> new SessionWindowedSerializer<String>().configure(unknown, true))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no.such.Serde");
        Windowed<String> key = new Windowed<>("k", new SessionWindow(1, 2));
        assertThatThrownBy(() -> new SessionWindowedSerializer<String>().serialize("t", key))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("inner serializer");
    }
}
