package dev.millrace.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.errors.LogAndContinueProcessingExceptionHandler;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.PunctuationType;
import dev.millrace.streams.processor.TimestampExtractor;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.ProcessorContext;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.test.TestRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** What the driver pipes, reads, waits for and refuses. */
class TopologyTestDriverTest extends DriverFixture {

    private void startPassThrough() {
        topology.addSource("source", "in").addSink("sink", "out", "source");
        start();
    }

    // ---- piping and reading ----

    @Test
    void aRecordComesOutWithKeyValueTimeAndHeaders() {
        startPassThrough();
        TestRecord<String, String> record = new TestRecord<>("k", "v", Instant.ofEpochMilli(5));
        record.headers().add("h", new byte[] {1});

        input("in").pipeInput(record);

        assertThat(output("out").readRecord()).isEqualTo(record);
        assertThat(driver.producedTopicNames()).containsExactly("out");
    }

    @Test
    void recordsWithoutTimeGetTheTopicsTimeAndMoveItOn() {
        startPassThrough();
        TestInputTopic<String, String> in = driver.createInputTopic(
                "in", new StringSerializer(), new StringSerializer(), Instant.ofEpochMilli(100), Duration.ofMillis(10));
        in.pipeInput("a");
        in.pipeInput("k", "b");
        in.pipeInput("k", "own", 3L);
        in.pipeInput("own", Instant.ofEpochMilli(4));
        in.pipeKeyValueList(List.of(KeyValue.pair("k", "c"), KeyValue.pair("k", "d")));
        in.pipeValueList(List.of("e", "f"), Instant.ofEpochMilli(500), Duration.ofMillis(2));
        in.advanceTime(Duration.ofSeconds(1));
        in.pipeRecordList(List.of(new TestRecord<>("k", "g"), new TestRecord<>("k", "h", Instant.ofEpochMilli(7))));

        assertThat(output("out").readRecordsToList())
                .extracting(TestRecord::timestamp)
                .containsExactly(100L, 110L, 3L, 4L, 120L, 130L, 500L, 502L, 1140L, 7L);
    }

    @Test
    void anInputTopicWithoutTimeOfItsOwnHasTheDriversTimeAtItsMaking() {
        startPassThrough();
        driver.advanceWallClockTime(Duration.ofMillis(50));
        TestInputTopic<String, String> in = input("in");
        in.pipeInput("a");
        driver.advanceWallClockTime(Duration.ofMillis(50));
        in.pipeInput("b");

        assertThat(output("out").readRecordsToList())
                .extracting(TestRecord::timestamp)
                .containsExactly(1050L, 1050L);
    }

    @Test
    void eachRecordIsReadOnce() {
        startPassThrough();
        input("in")
                .pipeKeyValueList(List.of(KeyValue.pair("a", "1"), KeyValue.pair("b", "2"), KeyValue.pair("a", "3")));
        TestOutputTopic<String, String> out = output("out");

        assertThat(out.getQueueSize()).isEqualTo(3);
        assertThat(out.readKeyValue()).isEqualTo(KeyValue.pair("a", "1"));
        assertThat(out.readValue()).isEqualTo("2");
        assertThat(out.readKeyValuesToMap()).containsExactly(Map.entry("a", "3"));
        assertThat(out.isEmpty()).isTrue();
        assertThat(out.readValuesToList()).isEmpty();
        assertThatThrownBy(out::readValue)
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("Everything in topic out is read already");
    }

    @Test
    void topicsThatAreNotThereAreMistakes() {
        startPassThrough();

        assertThatThrownBy(() -> input("nowhere").pipeInput("v"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The topology does not read topic nowhere");
        assertThatThrownBy(() -> output("nowhere").readRecord())
                .isInstanceOf(NoSuchElementException.class)
                .hasMessage("Nothing was ever sent to topic nowhere");
        assertThat(output("nowhere").isEmpty()).isTrue();
        assertThat(output("nowhere").readRecordsToList()).isEmpty();
        assertThatThrownBy(() -> input(null)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aMapNeedsKeysAndATimeIsNotNegative() {
        startPassThrough();
        input("in").pipeInput("no key");

        assertThatThrownBy(() -> output("out").readKeyValuesToMap()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> input("in").pipeInput("k", "v", -5L))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-5");
        assertThatThrownBy(() -> input("in").advanceTime(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nullKeysAndValuesPass() {
        startPassThrough();
        input("in").pipeInput((String) null, (String) null);

        assertThat(output("out").readKeyValue()).isEqualTo(KeyValue.pair(null, null));
    }

    // ---- processing ----

    @Test
    void whatIsWrittenToATopicOfTheTopologysOwnIsProcessedInTurn() {
        topology.addSource("source", "in");
        addStep("first", "source", (context, record) -> {
            for (int i = 1; i <= 2; i++) {
                context.forward(record.withValue("to-middle-" + i), "toMiddle");
                context.forward(record.withValue("direct-" + i), "toOut");
            }
        });
        topology.addSink("toMiddle", "middle", "first").addSink("toOut", "out", "first");
        topology.addSource("middleSource", "middle");
        addStep("second", "middleSource", (context, record) -> {
            seen.add(context.taskId() + " "
                    + context.recordMetadata().orElseThrow().offset());
            context.forward(record.withValue(record.value() + "!"));
        });
        topology.addSink("sink", "out", "second");
        start();

        input("in").pipeInput("k", "v", 5L);

        assertThat(output("out").readValuesToList())
                .containsExactly("direct-1", "direct-2", "to-middle-1!", "to-middle-2!");
        assertThat(output("middle").readValuesToList()).containsExactly("to-middle-1", "to-middle-2");
        assertThat(seen).containsExactly("0_0 0", "0_0 1");
    }

    @Test
    void aTopologyMayReadWhatItWrites() {
        topology.addSource("source", "loop");
        addStep("grow", "source", (context, record) -> {
            if (record.value().length() < 4) {
                context.forward(record.withValue(record.value() + "x"));
            }
        });
        topology.addSink("sink", "loop", "grow");
        start();

        input("loop").pipeInput("k", "v");

        assertThat(output("loop").readValuesToList()).containsExactly("vx", "vxx", "vxxx");
    }

    @Test
    void topicsThatMatchAPatternAreFound() {
        topology.addSource("source", Pattern.compile("in-.*")).addSink("sink", "out", "source");
        start();

        input("in-1").pipeInput("a");
        input("in-2").pipeInput("b");

        assertThat(output("out").readValuesToList()).containsExactly("a", "b");
        assertThatThrownBy(() -> input("other").pipeInput("c")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFailingProcessorFailsTheTestAndTheDriverGoesOn() {
        topology.addSource("source", "in");
        addStep("step", "source", (context, record) -> {
            if (record.value().equals("bad")) {
                throw new IllegalStateException("bad");
            }
            context.forward(record);
        });
        topology.addSink("sink", "out", "step");
        start();

        assertThatThrownBy(() -> input("in").pipeInput("bad"))
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("taskId=0_0, processor=step, topic=in, partition=0, offset=0")
                .hasCauseInstanceOf(IllegalStateException.class);
        input("in").pipeInput("good");
        assertThat(output("out").readValuesToList()).containsExactly("good");
    }

    @Test
    void aHandlerMayDropWhatFails() {
        config.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueProcessingExceptionHandler.class);
        topology.addSource("source", "in");
        addStep("step", "source", (context, record) -> {
            throw new IllegalStateException("bad");
        });
        start();

        input("in").pipeInput("bad");

        assertThat(driver.metrics().entrySet().stream()
                        .filter(metric -> metric.getKey().name().equals("dropped-records-total"))
                        .map(metric -> metric.getValue().metricValue()))
                .containsExactly(1.0);
    }

    @Test
    void bytesThatCannotBeReadFailTheTest() {
        topology.addSource("source", new StringDeserializer(), new LongDeserializer(), "in");
        topology.addSink("sink", "out", new StringSerializer(), new LongSerializer(), "source");
        start();

        assertThatThrownBy(() -> input("in").pipeInput("k", "bad")).isInstanceOf(StreamsException.class);
        input("in").pipeInput("k", "8 bytes!");
        assertThat(output("out").readValue()).isEqualTo("8 bytes!");
    }

    @Test
    void aNegativeEventTimeSkipsTheRecord() {
        TimestampExtractor extractor =
                (record, partitionTime) -> record.value().equals("skip") ? -1 : record.timestamp();
        topology.addSource(extractor, "source", "in").addSink("sink", "out", "source");
        start();

        input("in").pipeValueList(List.of("a", "skip", "b"));

        assertThat(output("out").readValuesToList()).containsExactly("a", "b");
    }

    // ---- time ----

    @Test
    void punctuationsFollowTheTwoKindsOfTime() {
        topology.addSource("source", "in");
        topology.addProcessor(
                "step",
                () -> new ContextualProcessor<String, String, String, String>() {
                    @Override
                    public void init(ProcessorContext<String, String> context) {
                        super.init(context);
                        Duration ten = Duration.ofMillis(10);
                        context.schedule(ten, PunctuationType.STREAM_TIME, time -> send("stream", time));
                        context.schedule(ten, PunctuationType.WALL_CLOCK_TIME, time -> send("wall", time));
                    }

                    private void send(String kind, long time) {
                        context().forward(new Record<>(kind, kind + time, time));
                    }

                    @Override
                    public void process(Record<String, String> record) {
                        context().forward(record);
                    }
                },
                "source");
        topology.addSink("sink", "out", "step");
        start();

        input("in").pipeInput("k", "a", 5L);
        driver.advanceWallClockTime(Duration.ofMillis(9));
        driver.advanceWallClockTime(Duration.ofMillis(26));
        input("in").pipeInput("k", "b", 9L);
        input("in").pipeInput("k", "c", 10L);

        assertThat(output("out").readValuesToList()).containsExactly("a", "stream5", "wall1035", "b", "c", "stream10");
    }

    @Test
    void aTaskThatWaitsForAnInputGoesOnWhenTimePasses() {
        config.put(StreamsConfig.MAX_TASK_IDLE_MS_CONFIG, "100");
        topology.addSource("source", "left", "right").addSink("sink", "out", "source");
        start();
        TestOutputTopic<String, String> out = output("out");

        input("left").pipeInput("k", "left", 5L);
        assertThat(out.isEmpty()).isTrue();
        input("right").pipeInput("k", "right", 3L);
        assertThat(out.readValuesToList()).containsExactly("right");
        driver.advanceWallClockTime(Duration.ofMillis(100));
        assertThat(out.readValuesToList()).containsExactly("left");
    }

    // ---- life ----

    @Test
    void configurationMayBeLeftOut() {
        topology.addSource("source", new StringDeserializer(), new StringDeserializer(), "in");
        topology.addSink("sink", "out", new StringSerializer(), new StringSerializer(), "source");
        driver = new TopologyTestDriver(topology);

        input("in").pipeInput("v");

        assertThat(output("out").readValue()).isEqualTo("v");
    }

    @Test
    void aMissingSerdeIsFoundAtStart() {
        topology.addSource("source", "in");

        assertThatThrownBy(() -> new TopologyTestDriver(topology))
                .isInstanceOf(StreamsException.class)
                .hasMessageContaining("source");
    }

    @Test
    void closingClosesProcessorsOnce() {
        topology.addSource("source", "in");
        topology.addProcessor(
                "step",
                () -> new ContextualProcessor<String, String, String, String>() {
                    @Override
                    public void process(Record<String, String> record) {}

                    @Override
                    public void close() {
                        seen.add("closed");
                    }
                },
                "source");
        start();

        driver.close();
        driver.close();

        assertThat(seen).containsExactly("closed");
    }
}
