package dev.millrace.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class BuiltInSerdesTest {

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }

    private static <T> byte[] readAndWrite(Serde<T> serde, byte[] bytes) {
        return serde.serializer().serialize("t", serde.deserializer().deserialize("t", bytes));
    }

    @Test
    void bothHalvesOfACanonicalSerdeNameTheSameType() {
        for (Serde<?> serde : List.of(
                Serdes.String(),
                Serdes.Long(),
                Serdes.Integer(),
                Serdes.Short(),
                Serdes.Boolean(),
                Serdes.ByteArray(),
                Serdes.Bytes())) {
            assertThat(BuiltInSerdes.canonicallyWritten(serde.serializer()))
                    .isNotNull()
                    .isEqualTo(BuiltInSerdes.canonicallyRead(serde.deserializer()));
        }
    }

    @Test
    void whatIsNotCanonicalReallyWritesOtherBytesThanItRead() {
        byte[] oddNaN = bytes(0x7F, 0xF8, 0, 0, 0, 0, 0, 1);
        byte[] upperCase = "ABCDEF00-0000-0000-0000-000000000000".getBytes(StandardCharsets.UTF_8);

        assertThat(readAndWrite(Serdes.Double(), oddNaN)).isNotEqualTo(oddNaN);
        assertThat(readAndWrite(Serdes.UUID(), upperCase)).isNotEqualTo(upperCase);
        assertThat(BuiltInSerdes.canonicallyWritten(Serdes.Double().serializer()))
                .isNull();
        assertThat(BuiltInSerdes.canonicallyRead(Serdes.UUID().deserializer())).isNull();
    }

    @Test
    void aStringSerdeWithAnotherEncodingIsNotCanonical() {
        StringSerializer serializer = new StringSerializer();
        serializer.configure(Map.of("serializer.encoding", "UTF-16"), true);
        StringDeserializer deserializer = new StringDeserializer();
        deserializer.configure(Map.of("deserializer.encoding", "ISO-8859-1"), true);

        assertThat(BuiltInSerdes.canonicallyWritten(serializer)).isNull();
        assertThat(BuiltInSerdes.canonicallyRead(deserializer)).isNull();
    }

    @Test
    void aStringFromMalformedBytesDoesNotStandForThem() {
        byte[] malformed = bytes('a', 0xC3);
        String read = Serdes.String().deserializer().deserialize("t", malformed);

        assertThat(readAndWrite(Serdes.String(), malformed)).isNotEqualTo(malformed);
        assertThat(BuiltInSerdes.keepsBytes(read)).isFalse();
        assertThat(BuiltInSerdes.keepsBytes("a\u00E4")).isTrue();
        assertThat(BuiltInSerdes.keepsBytes(7L)).isTrue();
        assertThat(BuiltInSerdes.keepsBytes(null)).isTrue();
    }

    @Test
    void aSubclassOrAForeignSerdeIsNotTrusted() {
        Deserializer<String> foreign = (topic, data) -> "x";

        assertThat(BuiltInSerdes.canonicallyWritten(new StringSerializer() {})).isNull();
        assertThat(BuiltInSerdes.immutableType(Serdes.serdeFrom(new StringSerializer(), new StringDeserializer() {})))
                .isNull();
        assertThat(BuiltInSerdes.immutableType(Serdes.serdeFrom(new StringSerializer(), foreign)))
                .isNull();
    }

    @Test
    void arraysAreNotImmutableButNumbersAre() {
        assertThat(BuiltInSerdes.immutableType(Serdes.ByteArray())).isNull();
        assertThat(BuiltInSerdes.immutableType(Serdes.Bytes())).isNull();
        assertThat(BuiltInSerdes.immutableType(Serdes.Double())).isEqualTo(Double.class);
    }
}
