package dev.millrace.engine.task.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.port.InputLag;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

class IntakeTest {
    private static final TopicPartition LEFT = new TopicPartition("left", 0);
    private static final TopicPartition RIGHT = new TopicPartition("right", 0);
    private static final long NEVER_WAIT = -1;

    private final List<String> refused = new ArrayList<>();
    private final List<Long> partitionTimes = new ArrayList<>();
    private long lagRecords = InputLag.UNKNOWN;

    private final Refusals refusals = new Refusals() {
        @Override
        public void undeserializable(InputQueue input, Exception error) {
            refused.add("unreadable at " + input.batch().offset(input.index()));
        }

        @Override
        public void withoutEventTime(InputQueue input, long extractedTimestamp) {
            refused.add("untimely at " + input.batch().offset(input.index()));
        }
    };

    private InputQueue queue(TopicPartition partition) {
        Deserializer<String> value = (topic, bytes) -> {
            String text = bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
            if ("bad".equals(text)) {
                throw new IllegalStateException("bad");
            }
            return text;
        };
        SourceDecoder decoder = new SourceDecoder(new StringDeserializer(), value, (batch, index, key, v, time) -> {
            partitionTimes.add(time);
            return batch.timestamp(index);
        });
        return new InputQueue(partition, "source", new Nowhere(), decoder, refusals);
    }

    private Intake intake(long maxIdleMs, TopicPartition... partitions) {
        List<InputQueue> queues = Stream.of(partitions).map(this::queue).toList();
        return new Intake(queues, maxIdleMs, partition -> lagRecords, 3);
    }

    private static List<String> drain(Intake intake) {
        List<String> values = new ArrayList<>();
        intake.beginRound(0);
        for (InputQueue input = intake.next(); input != null; input = intake.next()) {
            values.add(String.valueOf(input.value()));
            input.finish();
        }
        return values;
    }

    @Test
    void recordsOfOnePartitionComeInTheOrderOfOffsetsWhateverTheirTime() {
        Intake intake = intake(0, LEFT);
        intake.add(Batch.of("left", 0, 0).with("k", "a", 5).with("k", "b", 2));
        intake.add(Batch.of("left", 0, 3).with("k", "c", 9));

        assertThat(drain(intake)).containsExactly("a", "b", "c");
        assertThat(intake.streamTimeMs()).isEqualTo(9);
        assertThat(intake.hasBacklog()).isFalse();
    }

    @Test
    void theSmallestEventTimeOfAllPartitionsComesFirst() {
        Intake intake = intake(NEVER_WAIT, LEFT, RIGHT);
        intake.add(Batch.of("left", 0, 0).with("k", "l1", 1).with("k", "l4", 4).with("k", "l5", 5));
        intake.add(Batch.of("right", 0, 0).with("k", "r2", 2).with("k", "r3", 3).with("k", "r9", 9));

        assertThat(drain(intake)).containsExactly("l1", "r2", "r3", "l4", "l5", "r9");
    }

    @Test
    void onATieThePartitionThatWaitedLongestComesFirst() {
        Intake intake = intake(NEVER_WAIT, LEFT, RIGHT);
        intake.add(Batch.of("left", 0, 0).with("k", "l1", 7).with("k", "l2", 7));
        intake.add(Batch.of("right", 0, 0).with("k", "r1", 7).with("k", "r2", 7));

        assertThat(drain(intake)).containsExactly("l1", "r1", "l2", "r2");
    }

    @Test
    void streamTimeNeverGoesBack() {
        Intake intake = intake(0, LEFT);
        assertThat(intake.streamTimeMs()).isEqualTo(-1);
        intake.add(Batch.of("left", 0, 0).with("k", "a", 5).with("k", "b", 2));

        drain(intake);

        assertThat(intake.streamTimeMs()).isEqualTo(5);
    }

    @Test
    void aRecordThatCannotBeReadIsRefusedAtItsTurnAndPassed() {
        Intake intake = intake(0, LEFT);
        intake.add(Batch.of("left", 0, 10).with("k", "a", 5).with("k", "bad", 6).with("k", "c", 7));
        intake.beginRound(0);

        assertThat(intake.next().value()).isEqualTo("a");
        assertThat(refused).isEmpty();
        assertThat(intake.next().value()).isEqualTo("c");
        assertThat(refused).containsExactly("unreadable at 11");
    }

    @Test
    void aNegativeEventTimeIsRefusedAndDoesNotCountAsPartitionTime() {
        Intake intake = intake(0, LEFT);
        intake.add(Batch.of("left", 0, 0).with("k", "a", 5).with("k", "b", -3).with("k", "c", 7));

        assertThat(drain(intake)).containsExactly("a", "c");
        assertThat(refused).containsExactly("untimely at 1");
        assertThat(partitionTimes).containsExactly(-1L, 5L, 5L);
    }

    @Test
    void nullKeysAndValuesPass() {
        Intake intake = intake(0, LEFT);
        intake.add(Batch.of("left", 0, 0).with(null, null, 5));

        assertThat(drain(intake)).containsExactly("null");
    }

    @Test
    void progressCoversWhatIsFinishedAndNothingElse() {
        Intake intake = intake(0, LEFT);
        intake.add(Batch.of("left", 0, 10).with("k", "a", 5).with("k", "b", 6));
        intake.beginRound(0);

        InputQueue input = intake.next();
        assertThat(intake.progress()).isEmpty();
        input.finish();
        assertThat(intake.progress()).isEqualTo(Map.of(LEFT, 11L));

        intake.next();
        input.finish();
        assertThat(intake.progress()).as("past what follows the batch").isEqualTo(Map.of(LEFT, 13L));

        intake.progressCommitted();
        assertThat(intake.progress()).isEmpty();
    }

    @Test
    void refusedRecordsAreProgressToo() {
        Intake intake = intake(0, LEFT);
        intake.add(Batch.of("left", 0, 10).with("k", "bad", 5));

        assertThat(drain(intake)).isEmpty();
        assertThat(intake.progress()).isEqualTo(Map.of(LEFT, 12L));
        assertThat(intake.hasBacklog()).isFalse();
    }

    @Test
    void anInputIsFullOnceItHoldsMoreThanTheLimitAndUntilItDoesNot() {
        Intake intake = intake(0, LEFT);
        Batch four = Batch.of("left", 0, 0).with("k", "a", 1).with("k", "b", 2);
        intake.add(four.with("k", "c", 3).with("k", "d", 4));
        assertThat(intake.fullInputs()).isEqualTo(Set.of(LEFT));

        intake.beginRound(0);
        intake.next();

        assertThat(intake.fullInputs()).isEmpty();
    }

    @Test
    void clearingForgetsWhatWasNotTaken() {
        Intake intake = intake(NEVER_WAIT, LEFT, RIGHT);
        intake.add(Batch.of("left", 0, 0).with("k", "a", 1).with("k", "b", 2));
        intake.beginRound(0);
        intake.next().finish();

        intake.clear();

        assertThat(intake.hasBacklog()).isFalse();
        assertThat(intake.progress()).isEqualTo(Map.of(LEFT, 1L));
        intake.add(Batch.of("left", 0, 1).with("k", "b again", 2));
        assertThat(drain(intake)).containsExactly("b again");
    }

    @Test
    void aForeignPartitionIsAMistake() {
        Intake intake = intake(0, LEFT);
        assertThatThrownBy(() -> intake.add(Batch.of("elsewhere", 3, 0).with("k", "a", 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("elsewhere-3");
    }

    @Test
    void committedPartitionTimesAreWhereTimeGoesOn() {
        Intake intake = intake(0, LEFT);
        intake.resumeFrom(Map.of(LEFT, 50L, RIGHT, 70L));
        intake.add(Batch.of("left", 0, 0).with("k", "a", 20));

        drain(intake);

        assertThat(partitionTimes).containsExactly(50L);
        assertThat(intake.streamTimeMs()).isEqualTo(50);
        assertThat(intake.partitionTimes()).isEqualTo(Map.of(LEFT, 50L));
    }

    @Test
    void anInputThatIsAddedLaterTakesPartInTheChoice() {
        Intake intake = intake(NEVER_WAIT, LEFT);
        intake.add(Batch.of("left", 0, 0).with("k", "l3", 3).with("k", "l4", 4));
        intake.read(queue(RIGHT));
        intake.add(Batch.of("right", 0, 0).with("k", "r1", 1).with("k", "r9", 9));

        assertThat(drain(intake)).containsExactly("r1", "l3", "l4", "r9");
    }

    // ---- waiting for empty inputs ----

    private Intake withLeftOnly(long maxIdleMs) {
        Intake intake = intake(maxIdleMs, LEFT, RIGHT);
        intake.add(Batch.of("left", 0, 0).with("k", "a", 1));
        return intake;
    }

    private static boolean proceedsAt(Intake intake, long nowMs) {
        intake.beginRound(nowMs);
        return intake.next() != null;
    }

    @Test
    void neverWaitsWhenToldSo() {
        assertThat(proceedsAt(withLeftOnly(NEVER_WAIT), 0)).isTrue();
    }

    @Test
    void waitsUntilTheLagOfAnEmptyInputIsKnown() {
        Intake intake = withLeftOnly(0);
        assertThat(proceedsAt(intake, 0)).isFalse();
        assertThat(intake.hasBacklog()).isTrue();

        lagRecords = 0;
        assertThat(proceedsAt(intake, 1)).isTrue();
    }

    @Test
    void waitsForRecordsThatAreOnTheBroker() {
        Intake intake = withLeftOnly(0);
        lagRecords = 2;
        assertThat(proceedsAt(intake, 0)).isFalse();

        intake.add(Batch.of("right", 0, 0).with("k", "earlier", 0));

        intake.beginRound(1);
        assertThat(intake.next().value()).isEqualTo("earlier");
    }

    @Test
    void waitsForProducersAsLongAsConfigured() {
        Intake intake = withLeftOnly(100);
        lagRecords = 0;
        assertThat(proceedsAt(intake, 1000)).isFalse();
        assertThat(intake.idleSinceMs()).isEqualTo(1000);
        assertThat(proceedsAt(intake, 1099)).isFalse();
        assertThat(intake.idleSinceMs()).isEqualTo(1000);
        assertThat(proceedsAt(intake, 1100)).isTrue();
        assertThat(intake.idleSinceMs()).as("since it goes on").isEqualTo(-1);
    }

    @Test
    void waitsAfreshOnceEveryInputHadRecords() {
        Intake intake = withLeftOnly(100);
        lagRecords = 0;
        assertThat(proceedsAt(intake, 1000)).isFalse();
        intake.add(Batch.of("right", 0, 0).with("k", "b", 0));
        assertThat(proceedsAt(intake, 1050)).isTrue();

        assertThat(proceedsAt(intake, 1100))
                .as("right is empty again since now")
                .isFalse();
        assertThat(proceedsAt(intake, 1200)).isTrue();
    }

    @Test
    void withinARoundAnInputThatRunsEmptyStopsTheOthers() {
        Intake intake = intake(0, LEFT, RIGHT);
        intake.add(Batch.of("left", 0, 0).with("k", "l5", 5).with("k", "l6", 6));
        intake.add(Batch.of("right", 0, 0).with("k", "r1", 1));

        assertThat(drain(intake)).containsExactly("r1");
    }
}
