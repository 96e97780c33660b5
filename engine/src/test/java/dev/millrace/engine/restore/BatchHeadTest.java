package dev.millrace.engine.restore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.engine.port.SourceBatch;
import dev.millrace.engine.task.intake.Batch;
import org.junit.jupiter.api.Test;

/** The part of a batch before an offset. */
class BatchHeadTest {
    private final SourceBatch whole =
            Batch.of("table", 0, 10).with("a", "1", 100).with("b", "2", 200).with("c", "3", 300);

    @Test
    void aBatchThatEndsBeforeTheOffsetStaysWhole() {
        assertThat(BatchHead.of(whole, 13)).isSameAs(whole);
        assertThat(BatchHead.of(whole, 100)).isSameAs(whole);
    }

    @Test
    void recordsBehindTheOffsetAreLeftOut() {
        SourceBatch head = BatchHead.of(whole, 12);
        assertThat(head.size()).isEqualTo(2);
        assertThat(head.nextOffset()).isEqualTo(12);
        assertThat(head.partition()).isEqualTo(whole.partition());
        assertThat(head.offset(1)).isEqualTo(11);
        assertThat(head.key(1)).isEqualTo(whole.key(1));
        assertThat(head.value(1)).isEqualTo(whole.value(1));
        assertThat(head.timestamp(1)).isEqualTo(200);
    }

    @Test
    void nothingIsLeftOfABatchBehindTheOffset() {
        assertThat(BatchHead.of(whole, 10).size()).isZero();
        assertThat(BatchHead.of(whole, 3).size()).isZero();
    }
}
