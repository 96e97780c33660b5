package dev.millrace.engine.worker;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.time.Clock;
import dev.millrace.streams.errors.StreamsException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

/** How long time-outs are endured: {@code task.timeout.ms}. */
class TimeoutPatienceTest {
    private final TimeoutException silence = new TimeoutException("no answer");

    private final AtomicLong nowMs = new AtomicLong(1_000);

    private TimeoutPatience patience(long limitMs) {
        return new TimeoutPatience("thread", limitMs, new SetClock(nowMs), NOPLogger.NOP_LOGGER);
    }

    @Test
    void timeOutsAreEnduredUntilTheLimitHasPassedSinceTheFirst() {
        TimeoutPatience patience = patience(500);
        patience.endure(silence);
        nowMs.set(1_499);
        assertThatCode(() -> patience.endure(silence)).doesNotThrowAnyException();
        nowMs.set(1_500);

        assertThatThrownBy(() -> patience.endure(silence))
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("task.timeout.ms=500")
                .hasCause(silence);
    }

    @Test
    void anAnswerStartsTheTimeAnew() {
        TimeoutPatience patience = patience(500);
        patience.endure(silence);
        nowMs.set(1_400);
        patience.answered();
        nowMs.set(1_600);

        assertThatCode(() -> patience.endure(silence)).doesNotThrowAnyException();
    }

    @Test
    void withoutALimitTheFirstOneFails() {
        assertThatThrownBy(() -> patience(0).endure(silence)).isInstanceOf(StreamsException.class);
    }

    /** Says what it is told. */
    private record SetClock(AtomicLong now) implements Clock {
        @Override
        public long nowMs() {
            return now.get();
        }

        @Override
        public long nanoTime() {
            return now.get() * 1_000_000;
        }
    }
}
