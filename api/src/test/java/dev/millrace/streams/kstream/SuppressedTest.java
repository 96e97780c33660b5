package dev.millrace.streams.kstream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.kstream.Suppressed.BufferConfig;
import dev.millrace.streams.spi.EagerBuffer;
import dev.millrace.streams.spi.StrictBuffer;
import dev.millrace.streams.spi.Suppression;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SuppressedTest {

    @Test
    void limitsAddUp() {
        assertThat(BufferConfig.maxRecords(3).withMaxBytes(7)).isEqualTo(new EagerBuffer(3, 7, true, Map.of()));
    }

    @Test
    void aBufferChangesItsMindAboutWhatToDoWhenFull() {
        var eager = BufferConfig.maxBytes(7).withLoggingEnabled(Map.of("a", "b"));
        var strict = new StrictBuffer(Long.MAX_VALUE, 7, true, Map.of("a", "b"));
        assertThat(eager.shutDownWhenFull()).isEqualTo(strict);
        assertThat(strict.emitEarlyWhenFull()).isEqualTo(eager);
        assertThat(eager.withNoBound())
                .isEqualTo(new StrictBuffer(Long.MAX_VALUE, Long.MAX_VALUE, true, Map.of("a", "b")));
    }

    @Test
    void aBufferWithoutAChangelogHasNoConfigurationForIt() {
        assertThat(BufferConfig.unbounded().withLoggingEnabled(Map.of("a", "b")).withLoggingDisabled())
                .isEqualTo(new StrictBuffer(Long.MAX_VALUE, Long.MAX_VALUE, false, Map.of()));
        assertThat(BufferConfig.unbounded().withLoggingDisabled().withLoggingEnabled(null))
                .isEqualTo(BufferConfig.unbounded());
    }

    @Test
    void withoutATimeLimitOrABufferThereIsNoLimit() {
        assertThat(Suppressed.<String>untilTimeLimit(null, null))
                .isEqualTo(new Suppression<String>(null, Duration.ofMillis(Long.MAX_VALUE), BufferConfig.unbounded()));
    }

    @Test
    void theFinalResultOfAWindowHasNoTimeLimit() {
        assertThat(Suppressed.untilWindowCloses(BufferConfig.unbounded()).withName("final"))
                .isEqualTo(new Suppression<Windowed<?>>("final", null, BufferConfig.unbounded()));
        assertThatThrownBy(() -> Suppressed.untilWindowCloses(null)).isInstanceOf(NullPointerException.class);
    }
}
