package dev.millrace.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.task.intake.Batch;
import dev.millrace.state.OriginSnapshot;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.errors.TaskMigratedException;
import dev.millrace.streams.processor.PunctuationType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final Duration TEN = Duration.ofMillis(10);

    private final TaskBench bench = new TaskBench();
    private final Task task = bench.task;

    private static Batch batch() {
        return Batch.of("in", 0, 0);
    }

    private void process(Batch batch) {
        task.add(batch);
        task.process(1000);
    }

    // ---- life ----

    @Test
    void everyStepLeadsToTheNextPhase() {
        assertThat(task.phase()).isEqualTo(TaskPhase.CREATED);
        task.openStores();
        assertThat(task.phase()).isEqualTo(TaskPhase.RESTORING);
        task.start();
        assertThat(task.phase()).isEqualTo(TaskPhase.RUNNING);
        task.suspend();
        assertThat(task.phase()).isEqualTo(TaskPhase.SUSPENDED);
        task.resume();
        assertThat(task.phase()).isEqualTo(TaskPhase.RUNNING);
        task.close();
        assertThat(task.phase()).isEqualTo(TaskPhase.CLOSED);
        assertThat(bench.state.calls).containsExactly("open 0_0", "close");
        assertThat(bench.log).containsExactly("close first", "close second");
    }

    @Test
    void aStepThatDoesNotFollowIsAMistake() {
        assertThatThrownBy(task::start)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("0_0")
                .hasMessageContaining("CREATED");
        assertThatThrownBy(() -> task.process(1)).isInstanceOf(IllegalStateException.class);
        task.close();
        assertThatThrownBy(task::openStores).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aNodeThatFailsToOpenIsNamed() {
        bench.whenOpening = node -> {
            throw new IllegalStateException("no");
        };
        task.openStores();

        assertThatThrownBy(task::start)
                .isInstanceOf(StreamsException.class)
                .hasMessage("failed to initialize processor first");
    }

    @Test
    void changelogRecordsAreAppliedInOrderAndTheirOffsetIsKept() {
        task.openStores();
        task.restore(Batch.of("app-store-changelog", 0, 3)
                .with("a", "1", 0)
                .with(null, "1", 0)
                .with("b", "2", 0));
        task.commitRestored(FakeState.CHANGELOG, 6);

        assertThat(bench.state.calls).containsExactly("open 0_0", "restore a", "restore b", "restored to 6");
    }

    @Test
    void aSuspendedTaskForgetsWhatItDidNotProcess() {
        bench.running().add(batch().with("k", "a", 1));
        task.suspend();
        task.resume();

        assertThat(task.process(10)).isZero();
        assertThat(task.committableOffsets()).isEmpty();
    }

    // ---- the current record ----

    @Test
    void theContextSpeaksOfTheRecordAtHand() {
        List<String> seen = new ArrayList<>();
        bench.inSecond = value -> seen.add(bench.context.topic() + "-" + bench.context.partition() + "@"
                + bench.context.offset() + " " + bench.context.timestamp() + " " + bench.context.streamTimeMs() + " "
                + bench.context.wallClockMs());
        bench.running();

        process(batch().with("k", "a", 7).with("k", "b", 5));

        assertThat(seen).containsExactly("in-0@0 7 7 1000", "in-0@1 5 7 1000");
    }

    @Test
    void keyBytesAreThoseOfTheSourceForTheVeryKeyObjectOnly() {
        List<byte[]> bytes = new ArrayList<>();
        bench.inFirst = value -> {
            bytes.add(bench.context.sourceKeyBytes(bench.key));
            bytes.add(bench.context.sourceKeyBytes(String.copyValueOf(new char[] {'k'})));
        };
        bench.running();

        process(batch().with("k", "a", 7));

        assertThat(bytes).containsExactly(new byte[] {'k'}, null);
    }

    @Test
    void keyBytesThatWereNotTextAreNotReused() {
        List<byte[]> bytes = new ArrayList<>();
        bench.inFirst = value -> bytes.add(bench.context.sourceKeyBytes(bench.key));
        bench.running();

        process(batch().with("\uFFFD", "a", 7));

        assertThat(bytes).containsExactly((byte[]) null);
    }

    @Test
    void aDelayedEmissionSpeaksOfTheRecordThatCausedIt() {
        List<OriginSnapshot> remembered = new ArrayList<>();
        List<String> seen = new ArrayList<>();
        bench.inFirst = value -> remembered.add(bench.origin());
        bench.running();
        process(batch().with("k", "a", 7).with("k", "b", 8));
        bench.state.whenEmitting = () -> {
            OriginSnapshot before = bench.context.actFor(remembered.get(0));
            seen.add(bench.context.offset() + " " + bench.context.timestamp());
            bench.context.actFor(before);
            seen.add(bench.context.offset() + " " + bench.context.timestamp());
        };

        task.prepareCommit();

        assertThat(seen).containsExactly("0 7", "1 8");
    }

    // ---- failure ----

    @Test
    void aFailureIsDroppedAtTheNodeWhereItHappened() {
        bench.inSecond = value -> {
            if ("bad".equals(value)) {
                throw new IllegalStateException("bad");
            }
        };
        bench.running();

        process(batch().with("k", "bad", 7).with("k", "good", 8));

        assertThat(bench.log).containsExactly("good@8");
        assertThat(bench.faults).hasSize(1);
        assertThat(bench.faults.get(0).processorNodeId()).isEqualTo("second");
        assertThat(bench.faults.get(0).topic()).isEqualTo("in");
        assertThat(bench.faults.get(0).offset()).isZero();
        assertThat(bench.faults.get(0).sourceRawValue()).isEqualTo("bad".getBytes(StandardCharsets.UTF_8));
        assertThat(task.counters().droppedRecords()).isEqualTo(1);
        assertThat(task.committableOffsets()).containsEntry(TaskBench.INPUT, 3L);
    }

    @Test
    void aFailureThatNoNodeAnswersForIsFatalAndNamesTheSource() {
        bench.nodesAnswer = false;
        bench.inFirst = value -> {
            throw new IllegalArgumentException("no topic");
        };
        bench.running().add(batch().with("k", "a", 7));

        assertThatThrownBy(() -> task.process(10))
                .isInstanceOf(StreamsException.class)
                .hasMessage(
                        "A record could not be processed: taskId=0_0, processor=source, topic=in, partition=0, offset=0")
                .hasRootCauseMessage("no topic");
        assertThat(bench.faults).isEmpty();
    }

    @Test
    void aFatalFailureIsDecidedOnceAndPassesTheNodesAbove() {
        bench.dropFailures = false;
        bench.inSecond = value -> {
            throw new IllegalStateException("bad");
        };
        bench.running().add(batch().with("k", "bad", 7));

        assertThatThrownBy(() -> task.process(10))
                .isInstanceOf(StreamsException.class)
                .hasMessage("fatal at second");
        assertThat(bench.faults).hasSize(1);
        assertThat(task.committableOffsets())
                .as("the failed record is not done")
                .isEmpty();
    }

    @Test
    void aFencedTaskIsNotTheFaultOfARecord() {
        bench.inSecond = value -> {
            throw new TaskMigratedException("fenced");
        };
        bench.running().add(batch().with("k", "a", 7));

        assertThatThrownBy(() -> task.process(10)).isInstanceOf(TaskMigratedException.class);
        assertThat(bench.faults).isEmpty();
    }

    // ---- punctuation ----

    private void schedule(PunctuationType type, String name) {
        bench.context.schedule(null, TEN, type, nowMs -> bench.log.add(name + " " + nowMs), bench.second);
    }

    @Test
    void streamTimePunctuationsRunRightAfterTheRecordThatMakesThemDue() {
        schedule(PunctuationType.STREAM_TIME, "tick");
        bench.running();

        process(batch().with("k", "a", 5).with("k", "b", 6).with("k", "c", 14).with("k", "d", 15));

        assertThat(bench.log).containsExactly("a@5", "tick 5", "b@6", "c@14", "tick 14", "d@15");
    }

    @Test
    void wallClockPunctuationsStartOneIntervalFromNow() {
        bench.running();
        schedule(PunctuationType.WALL_CLOCK_TIME, "tick");

        bench.nowMs = 1009;
        assertThat(task.punctuateWallClock()).isZero();
        bench.nowMs = 1010;
        assertThat(task.punctuateWallClock()).isEqualTo(1);
        assertThat(bench.log).containsExactly("tick 1010");
        assertThat(task.commitNeeded()).isTrue();
    }

    @Test
    void aStartTimeInThePastMeansItsNextRepetition() {
        bench.running();
        Instant past = Instant.ofEpochMilli(903);
        bench.context.schedule(past, TEN, PunctuationType.WALL_CLOCK_TIME, now -> bench.log.add("tick"), bench.second);

        bench.nowMs = 1002;
        assertThat(task.punctuateWallClock()).isZero();
        bench.nowMs = 1003;
        assertThat(task.punctuateWallClock()).isEqualTo(1);
    }

    @Test
    void aPunctuatorHasNoRecordAndItsOwnTime() {
        bench.running();
        List<String> seen = new ArrayList<>();
        bench.context.schedule(
                null,
                TEN,
                PunctuationType.STREAM_TIME,
                now -> seen.add(bench.context.topic() + " " + bench.context.offset() + " " + bench.context.timestamp()),
                bench.second);

        process(batch().with("k", "a", 5));

        assertThat(seen).containsExactly("null -1 5");
        assertThat(bench.context.topic()).isEqualTo("in");
    }

    @Test
    void aFailingPunctuatorIsTheFaultOfItsNode() {
        bench.running();
        bench.context.schedule(
                null,
                TEN,
                PunctuationType.STREAM_TIME,
                now -> {
                    throw new IllegalStateException("tick");
                },
                bench.second);

        process(batch().with("k", "a", 5));

        assertThat(bench.faults.get(0).processorNodeId()).isEqualTo("second");
        assertThat(bench.faults.get(0).topic()).isNull();
    }

    @Test
    void schedulesThatMakeNoSenseAreRefused() {
        bench.running();
        assertThatThrownBy(() -> bench.context.schedule(
                        null, Duration.ZERO, PunctuationType.STREAM_TIME, now -> {}, bench.second))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("second");
        assertThatThrownBy(() -> bench.context.schedule(
                        Instant.ofEpochMilli(-1), TEN, PunctuationType.STREAM_TIME, now -> {}, bench.second))
                .isInstanceOf(IllegalArgumentException.class);
    }

    // ---- commit ----

    @Test
    void aCommitDrainsWritesAndThenCommitsTheStoresWithTheirOwnOffsetsOnly() {
        bench.running();
        bench.state.pendingKeys.add("x");
        process(batch().with("k", "a", 5));
        bench.state.calls.clear();

        task.prepareCommit();
        assertThat(task.committableOffsets()).isEqualTo(Map.of(TaskBench.INPUT, 2L));
        assertThat(task.partitionTimes()).isEqualTo(Map.of(TaskBench.INPUT, 5L));
        task.completeCommit(Map.of(FakeState.CHANGELOG, 9L, new TopicPartition("other", 0), 4L));

        assertThat(bench.state.calls).containsExactly("emit", "log", "commit");
        assertThat(bench.log).contains("send app-store-changelog x of store");
        assertThat(bench.state.committed).isEqualTo(Map.of(FakeState.CHANGELOG, 9L));
        assertThat(task.commitNeeded()).isFalse();
        assertThat(task.committableOffsets()).isEmpty();
    }

    @Test
    void aCommitGoesToTheDatabaseWhenTheIntervalIsOverOrItIsToldTo() {
        bench.running();

        assertThat(stepOfCommitAt(1_000)).isEqualTo("log");
        task.writeWithNextCommit();
        assertThat(stepOfCommitAt(5_000)).isEqualTo("write");
        assertThat(task.writtenMs()).isEqualTo(5_000);
        assertThat(stepOfCommitAt(5_000 + TaskBench.WRITE_INTERVAL_MS - 1)).isEqualTo("log");
        assertThat(stepOfCommitAt(5_000 + TaskBench.WRITE_INTERVAL_MS)).isEqualTo("write");
    }

    private String stepOfCommitAt(long nowMs) {
        bench.nowMs = nowMs;
        process(batch().with("k", "a", 5));
        bench.state.calls.clear();
        task.prepareCommit();
        task.completeCommit(Map.of());
        return bench.state.calls.get(1);
    }

    @Test
    void aRequestedCommitInterruptsTheBatchAfterTheRecordThatAskedForIt() {
        bench.inSecond = value -> bench.context.requestCommit();
        bench.running().add(batch().with("k", "a", 5).with("k", "b", 6));

        assertThat(task.process(10)).isEqualTo(1);
        assertThat(task.commitRequested()).isTrue();
        task.prepareCommit();
        task.completeCommit(Map.of());
        assertThat(task.commitRequested()).isFalse();
    }

    @Test
    void aFullMemoryBudgetAsksForACommit() {
        bench.running();
        assertThat(task.commitRequested()).isFalse();
        bench.state.commitWanted = true;
        assertThat(task.commitRequested()).isTrue();
    }

    @Test
    void headersAreEmptyWhereThereIsNoRecord() {
        bench.running();
        assertThat(bench.context.headers()).isEqualTo(new RecordHeaders());
        assertThat(bench.context.topic()).isNull();
    }
}
