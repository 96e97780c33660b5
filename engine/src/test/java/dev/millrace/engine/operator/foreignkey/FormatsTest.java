package dev.millrace.engine.operator.foreignkey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import java.util.stream.IntStream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;

/** The bytes are those that Kafka Streams 4.3.1 wrote for the same rows. */
class FormatsTest {
    private static final String HASH = "44463afc8a9a7f494453388baa434425";
    private static final String SUBSCRIPTION = "0103" + HASH + "6b3100000000";
    private static final String WITHOUT_VALUE = "81016b3100000000";

    // ---- the hash ----

    @Test
    void theHashIsThatOfTheReference() {
        assertThat(hash("A1")).isEqualTo(HASH);
        assertThat(hash("A2")).isEqualTo("cc549c1d77b8e146ce8b6d4eeb1fdbe6");
        assertThat(hash("-")).isEqualTo("108f9b2f06a6c567ff7284795fa3e1e2");
    }

    @Test
    void valuesOfEveryLengthHaveHashesOfTheirOwn() {
        String value = "a value of more than three blocks, so that every tail occurs";
        long different = IntStream.rangeClosed(0, value.length())
                .mapToObj(length -> hash(value.substring(0, length)))
                .distinct()
                .count();

        assertThat(different).isEqualTo(value.length() + 1);
    }

    private static String hash(String value) {
        return HexFormat.of().formatHex(ValueHash.of(value.getBytes(UTF_8)));
    }

    // ---- subscriptions ----

    @Test
    void aSubscriptionIsWrittenAsTheReferenceDoes() {
        byte[] hash = ValueHash.of("A1".getBytes(UTF_8));

        assertThat(SubscriptionFormat.write(Instruction.BEGIN_IF_THERE, hash, "k1".getBytes(UTF_8), 0))
                .isEqualTo(bytes(SUBSCRIPTION));
        assertThat(SubscriptionFormat.write(Instruction.END, null, "k1".getBytes(UTF_8), 0))
                .isEqualTo(bytes(WITHOUT_VALUE));
    }

    @Test
    void aSubscriptionSaysWhatWasWritten() {
        byte[] subscription =
                SubscriptionFormat.write(Instruction.BEGIN, new byte[ValueHash.BYTES], "key".getBytes(UTF_8), 258);

        assertThat(SubscriptionFormat.instruction(subscription)).isEqualTo(Instruction.BEGIN);
        assertThat(SubscriptionFormat.hasHash(subscription)).isTrue();
        assertThat(SubscriptionFormat.primaryKey(subscription)).asString(UTF_8).isEqualTo("key");
        assertThat(SubscriptionFormat.partition(subscription)).isEqualTo(258);
    }

    @Test
    void aSubscriptionOfTheFirstVersionHasNoPartition() {
        byte[] first = bytes("0002" + HASH + "6b31");
        SubscriptionFormat.check(first);

        assertThat(SubscriptionFormat.instruction(first)).isEqualTo(Instruction.BEGIN);
        assertThat(SubscriptionFormat.primaryKey(first)).asString(UTF_8).isEqualTo("k1");
        assertThat(SubscriptionFormat.partition(first)).isNull();
    }

    @Test
    void theKeyInTheStoreIsThatOfTheReference() {
        byte[] foreignKey = "A".getBytes(UTF_8);

        assertThat(SubscriptionFormat.storeKey(foreignKey, bytes(SUBSCRIPTION))).isEqualTo(bytes("00000001416b31"));
        assertThat(SubscriptionFormat.storeKey(foreignKey, bytes(WITHOUT_VALUE)))
                .isEqualTo(bytes("00000001416b31"));
        assertThat(SubscriptionFormat.storePrefix(foreignKey)).isEqualTo(bytes("0000000141"));
    }

    @Test
    void whatIsNoSubscriptionIsRefused() {
        assertThatThrownBy(() -> SubscriptionFormat.check(null)).isInstanceOf(SerializationException.class);
        assertThatThrownBy(() -> SubscriptionFormat.check(bytes("01"))).hasMessageContaining("at least 2 bytes");
        assertThatThrownBy(() -> SubscriptionFormat.check(bytes("0201" + HASH))).hasMessageContaining("version is 2");
        assertThatThrownBy(() -> SubscriptionFormat.check(bytes("0103" + HASH))).hasMessageContaining("18 bytes");
        assertThatThrownBy(() -> SubscriptionFormat.instruction(bytes("8107"))).hasMessageContaining("instruction 7");
    }

    // ---- responses ----

    @Test
    void aResponseIsWrittenAsTheReferenceDoes() {
        assertThat(ResponseFormat.write(bytes(SUBSCRIPTION), "ra".getBytes(UTF_8)))
                .isEqualTo(bytes("00" + HASH + "7261"));
        assertThat(ResponseFormat.write(bytes(SUBSCRIPTION), null)).isEqualTo(bytes("00" + HASH));
        assertThat(ResponseFormat.write(bytes(WITHOUT_VALUE), null)).isEqualTo(bytes("80"));
    }

    @Test
    void aResponseAnswersTheValueThatAskedAndNoOther() {
        byte[] response = bytes("00" + HASH + "7261");

        assertThat(ResponseFormat.answers(response, bytes(HASH))).isTrue();
        assertThat(ResponseFormat.answers(response, new byte[ValueHash.BYTES])).isFalse();
        assertThat(ResponseFormat.answers(response, null)).isFalse();
        assertThat(ResponseFormat.answers(bytes("80"), null)).isTrue();
        assertThat(ResponseFormat.answers(bytes("80"), bytes(HASH))).isFalse();
    }

    @Test
    void aResponseHasTheForeignValueOrNone() {
        assertThat(ResponseFormat.foreignValue(bytes("00" + HASH + "7261")))
                .asString(UTF_8)
                .isEqualTo("ra");
        assertThat(ResponseFormat.foreignValue(bytes("00" + HASH))).isNull();
        assertThat(ResponseFormat.foreignValue(bytes("80"))).isNull();
    }

    @Test
    void whatIsNoResponseIsRefused() {
        assertThatThrownBy(() -> ResponseFormat.check(null)).hasMessageContaining("no value");
        assertThatThrownBy(() -> ResponseFormat.check(bytes("00" + "44"))).hasMessageContaining("too short");
        assertThatThrownBy(() -> ResponseFormat.check(bytes("01" + HASH))).hasMessageContaining("version 1");
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }
}
