package dev.millrace.engine.operator.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** The expected bytes are those that the reference 4.3.1 writes to the repartition topic of {@code KTable.groupBy}. */
class TableUpdateFormatTest {
    private final TableUpdateDeserializer deserializer = new TableUpdateDeserializer(new StringDeserializer());

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private TableUpdate read(String bytes) {
        return deserializer.deserialize("t", new RecordHeaders(), bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void anAdditionIsTheValueAndAOne() {
        assertThat(TableUpdateFormat.write(utf8("xb"), null)).isEqualTo(utf8("xb\u0001"));
        assertThat(read("xb\u0001")).isEqualTo(new TableUpdate("xb", null));
    }

    @Test
    void aRemovalIsTheValueAndAZero() {
        assertThat(TableUpdateFormat.write(null, utf8("xb"))).isEqualTo(utf8("xb\u0000"));
        assertThat(read("xb\u0000")).isEqualTo(new TableUpdate(null, "xb"));
    }

    @Test
    void aChangeIsTheNewLengthBothValuesAndATwo() {
        assertThat(TableUpdateFormat.write(utf8("sameb"), utf8("same"))).isEqualTo(utf8("\nsamebsame\u0002"));
        assertThat(read("\nsamebsame\u0002")).isEqualTo(new TableUpdate("sameb", "same"));
    }

    @Test
    void emptyValuesAreValues() {
        assertThat(read("\u0001")).isEqualTo(new TableUpdate("", null));
        assertThat(read("\u0000")).isEqualTo(new TableUpdate(null, ""));
        assertThat(read("\u0000\u0002")).isEqualTo(new TableUpdate("", ""));
    }

    @Test
    void aMarkBeforeTheKindIsReadOver() {
        assertThat(read("x\u0001\u0003")).isEqualTo(new TableUpdate(null, "x"));
        assertThat(read("q\u0000\u0004")).isEqualTo(new TableUpdate("q", null));
        assertThat(read("\u0004nmo\u0001\u0005")).isEqualTo(new TableUpdate("nm", "o"));
    }

    @Test
    void whatIsNoTableUpdateIsRefused() {
        for (String bytes : new String[] {
            "", "x\t", "\u0003", "Px\u0002", "x\u0002", "\u0005", "\u00ff\u00ff\u00ff\u00ff\u00ff\u00ffx\u0002"
        }) {
            assertThatThrownBy(() -> read(bytes))
                    .as(bytes)
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("table update");
        }
        assertThatThrownBy(() -> deserializer.deserialize("t", null))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("topic t");
        assertThatThrownBy(() -> TableUpdateFormat.write(null, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatWasWrittenIsReadAgain() {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            byte[] newValue = bytes(random);
            byte[] oldValue = bytes(random);
            if (newValue != null || oldValue != null) {
                byte[] update = TableUpdateFormat.write(newValue, oldValue);
                assertThat(TableUpdateFormat.newValue(update)).isEqualTo(newValue);
                assertThat(TableUpdateFormat.oldValue(update)).isEqualTo(oldValue);
            }
        }
    }

    private static byte[] bytes(Random random) {
        if (random.nextInt(4) == 0) {
            return null;
        }
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return bytes;
    }
}
