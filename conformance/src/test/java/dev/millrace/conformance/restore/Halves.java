package dev.millrace.conformance.restore;

import dev.millrace.conformance.script.Input;
import dev.millrace.conformance.script.KindFacts;
import dev.millrace.conformance.script.Script;
import dev.millrace.conformance.script.Step;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Input in two halves, such that an application that is stopped in between processes it in the same order as one that is not.
 *
 * <p>A task takes the record with the lowest time of all its partitions. So no two partitions have records of the same time;
 * and the second half begins, in each partition, with a record that is later than the whole first half, so that the late
 * ones behind it wait until the first half is through. That record also tells a new life what time it is: how late a record
 * is, is not remembered everywhere.
 */
public final class Halves {
    private static final int STEPS = 240;
    private static final int INPUTS = 8;

    /** The script spans some minutes; a broker takes no records from tomorrow. */
    private static final Duration AGO = Duration.ofMinutes(40);

    private final long startMs;
    private final List<ProducerRecord<byte[], byte[]>> before = new ArrayList<>();
    private final List<ProducerRecord<byte[], byte[]>> after = new ArrayList<>();

    /** Makes the input of some kinds of stores, always the same but for the day. */
    public Halves(List<KindFacts> kinds, long nowMs) {
        long wholeMs = AGO.toMillis();
        this.startMs = (nowMs / wholeMs - 1) * wholeMs;
        kinds.forEach(this::add);
    }

    public List<ProducerRecord<byte[], byte[]>> before() {
        return before;
    }

    public List<ProducerRecord<byte[], byte[]>> after() {
        return after;
    }

    private void add(KindFacts kind) {
        Map<String, Integer> numbers = new HashMap<>();
        kind.inputs().forEach(input -> numbers.put(input.topic(), numbers.size()));
        List<Step.Pipe> steps = Script.random(kind.inputs(), STEPS, kind.name().hashCode()).stream()
                .filter(Step.Pipe.class::isInstance)
                .map(Step.Pipe.class::cast)
                .toList();
        int half = steps.size() / 2;
        steps.subList(0, half).forEach(step -> before.add(recordOf(step, numbers.get(step.topic()))));
        long latestMs = steps.subList(0, half).stream()
                .mapToLong(Step.Pipe::timestampMs)
                .max()
                .orElseThrow();
        for (Input input : kind.inputs()) {
            Bytes word = Bytes.wrap("a".getBytes(StandardCharsets.UTF_8));
            Step.Pipe first = new Step.Pipe(input.topic(), word, word, latestMs + 1_000, List.of());
            after.add(recordOf(first, numbers.get(input.topic())));
        }
        steps.subList(half, steps.size()).forEach(step -> after.add(recordOf(step, numbers.get(step.topic()))));
    }

    private ProducerRecord<byte[], byte[]> recordOf(Step.Pipe step, int input) {
        long timeMs = startMs + (step.timestampMs() - Script.START_MS) / INPUTS * INPUTS + input;
        List<Header> headers = new ArrayList<>();
        step.headers().forEach(header -> headers.add(new RecordHeader(header.getKey(), header.getValue())));
        return new ProducerRecord<>(step.topic(), 0, timeMs, content(step.key()), content(step.value()), headers);
    }

    private static byte @Nullable [] content(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.get();
    }
}
