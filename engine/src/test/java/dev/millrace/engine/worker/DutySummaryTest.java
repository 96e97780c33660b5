package dev.millrace.engine.worker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a worker says of its work, every {@code log.summary.interval.ms}. */
class DutySummaryTest {

    @Test
    void whatWasDoneSinceTheLastTimeIsToldOncePerInterval() {
        DutySummary summary = new DutySummary(500, 1_000);
        summary.processed(7);
        summary.punctuated(2);
        summary.committed(3);

        assertThat(summary.due(1_499)).isNull();
        assertThat(summary.due(1_500))
                .isEqualTo("processed 7 records, ran 2 punctuators and committed 3 tasks in the last 500 ms");
        assertThat(summary.due(1_999)).isNull();
        summary.processed(1);
        assertThat(summary.due(2_100))
                .isEqualTo("processed 1 records, ran 0 punctuators and committed 0 tasks in the last 600 ms");
    }

    @Test
    void aNegativeIntervalKeepsItQuiet() {
        assertThat(new DutySummary(-1, 0).due(Long.MAX_VALUE)).isNull();
    }
}
