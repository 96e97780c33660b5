package dev.millrace.state.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** The expected bytes were read from what the reference gave a store of bytes. */
class HeaderFormatTest {
    private static final byte[] REST = HexFormat.of().parseHex("000000000000000333");

    private static Headers headers() {
        return new RecordHeaders().add("h", new byte[] {'x'}).add("hh", null);
    }

    @Test
    void withoutHeadersAValueIsStoredAsIfThereCouldBeNone() {
        byte[] stored = HeaderFormat.prepend(new RecordHeaders(), REST);
        byte[] supplied = HeaderFormat.toSupplied(stored);

        assertThat(stored).isEqualTo(REST);
        assertThat(HexFormat.of().formatHex(supplied)).isEqualTo("00000000000000000333");
        assertThat(HeaderFormat.ofSupplied(supplied)).isEqualTo(stored);
        assertThat(HeaderFormat.headersOf(stored)).isEmpty();
        assertThat(HeaderFormat.restOf(stored)).isEqualTo(REST);
    }

    @Test
    void headersComeFirst() {
        byte[] stored = HeaderFormat.prepend(headers(), REST);
        byte[] supplied = HeaderFormat.toSupplied(stored);

        assertThat(HexFormat.of().formatHex(supplied)).isEqualTo("12040268027804686801000000000000000333");
        assertThat(HeaderFormat.ofSupplied(supplied)).isEqualTo(stored);
        assertThat(HeaderFormat.headersOf(stored)).isEqualTo(headers());
        assertThat(HeaderFormat.restOf(stored)).isEqualTo(REST);
    }

    @Test
    void whatLooksLikeHeadersGetsNoneInFront() {
        byte[] rest = HexFormat.of().parseHex("800402");
        byte[] stored = HeaderFormat.prepend(new RecordHeaders(), rest);

        assertThat(HexFormat.of().formatHex(stored)).isEqualTo("800200800402");
        assertThat(HeaderFormat.headersOf(stored)).isEmpty();
        assertThat(HeaderFormat.restOf(stored)).isEqualTo(rest);
        assertThat(HeaderFormat.restOf(HeaderFormat.ofSupplied(HeaderFormat.toSupplied(stored))))
                .isEqualTo(rest);
        assertThat(HeaderFormat.restOf(HeaderFormat.ofSupplied(HexFormat.of().parseHex("00800402"))))
                .isEqualTo(rest);
    }
}
