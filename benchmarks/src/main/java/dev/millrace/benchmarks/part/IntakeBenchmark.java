package dev.millrace.benchmarks.part;

import dev.millrace.benchmarks.input.Topics;
import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.task.intake.InputQueue;
import dev.millrace.engine.task.intake.Intake;
import dev.millrace.engine.task.intake.Refusals;
import dev.millrace.engine.task.intake.SourceDecoder;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/** From polls to records in their order of processing: decoding, and the choice among partitions. One operation is a record. */
public class IntakeBenchmark extends PartBenchmark {
    private static final int BATCHES = 4;
    private static final int KEYS = 100_000;

    /** One has nothing to choose from; with more, each gets its share of the batches. */
    @Param({"1", "4"})
    private int partitions;

    private Polls polls;
    private Intake intake;

    @Setup
    public void open() {
        polls = new Polls(partitions, KEYS);
        Operator target = new Operator("first", Unused.of(OperatorContext.class)) {};
        Refusals refusals = Unused.of(Refusals.class);
        SourceDecoder decoder = new SourceDecoder(
                new StringDeserializer(),
                new StringDeserializer(),
                (batch, index, key, value, partitionTime) -> batch.timestamp(index));
        List<InputQueue> queues = new ArrayList<>();
        for (int i = 0; i < partitions; i++) {
            queues.add(new InputQueue(new TopicPartition(Topics.INPUT, i), "source", target, decoder, refusals));
        }
        intake = new Intake(queues, Intake.NEVER_WAIT, partition -> 0, BATCHES * Batch.RECORDS);
    }

    @Benchmark
    @OperationsPerInvocation(BATCHES * Batch.RECORDS)
    public void decodeAndChoose(Blackhole blackhole) {
        for (int i = 0; i < BATCHES; i++) {
            intake.add(polls.next());
        }
        intake.beginRound(0);
        for (InputQueue input = intake.next(); input != null; input = intake.next()) {
            blackhole.consume(input.key());
            blackhole.consume(input.value());
            input.finish();
        }
    }
}
