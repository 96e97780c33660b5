package dev.millrace.conformance.program;

import dev.millrace.conformance.program.Program.Asked;
import dev.millrace.conformance.script.ProgramFacts;
import dev.millrace.conformance.script.Step;
import dev.millrace.conformance.script.Transcript;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.TestInputTopic;
import dev.millrace.streams.TestOutputTopic;
import dev.millrace.streams.TopologyTestDriver;
import dev.millrace.streams.test.TestRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Runs one program under the engine whose class loader loaded this class. Called by reflection, with shared types only. */
public final class Run implements AutoCloseable {
    private static final Instant START = Instant.ofEpochMilli(1_600_000_000_000L);

    private final TopologyTestDriver driver;
    private final Map<String, TestInputTopic<byte[], byte[]>> inputs = new HashMap<>();
    private final Map<String, TestOutputTopic<byte[], byte[]>> outputs = new HashMap<>();
    private final Transcript transcript;
    private long latestMs;

    private Run(TopologyTestDriver driver, Transcript transcript) {
        this.driver = driver;
        this.transcript = transcript;
    }

    /** Every program there is. */
    public static List<ProgramFacts> programs() {
        return Catalog.all().stream().map(Program::facts).toList();
    }

    /** The text of {@code Topology.describe()}. */
    public static String describe(String program) {
        return Catalog.named(program).topology().get().describe().toString();
    }

    /** Runs a program and writes down all that comes out, step by step, and what its stores hold in the end. */
    public static Transcript run(String name, List<Step> steps, Map<String, String> config) {
        Path stateDir = temporaryDirectory();
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "app");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
        properties.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
        properties.putAll(config);
        Program program = Catalog.named(name);
        program.config().forEach(properties::put);
        Diary.drained();
        Transcript transcript = new Transcript();
        try (Run run = new Run(new TopologyTestDriver(program.topology().get(), properties, START), transcript)) {
            boolean whole = run.play(steps);
            Asked asked = whole ? program.asked() : Asked.NOTHING;
            Contents.of(run.driver, run.latestMs, program.retention(), asked, transcript);
        } finally {
            delete(stateDir);
        }
        return transcript;
    }

    /** Whether all went well. */
    private boolean play(List<Step> steps) {
        int number = 0;
        for (Step step : steps) {
            transcript.line("step " + number++);
            try {
                play(step);
            } catch (RuntimeException failure) {
                transcript.line("failed with " + chain(failure));
                readDiary();
                return false;
            }
            readDiary();
            drain();
        }
        return true;
    }

    private static String chain(Throwable failure) {
        String name = failure.getClass().getSimpleName();
        return failure.getCause() == null ? name : name + " because of " + chain(failure.getCause());
    }

    private void readDiary() {
        Diary.drained().forEach(entry -> transcript.line("diary: " + entry));
    }

    private void play(Step step) {
        if (step instanceof Step.Wait pause) {
            driver.advanceWallClockTime(pause.duration());
        } else if (step instanceof Step.Pipe pipe) {
            Headers headers = new RecordHeaders();
            pipe.headers().forEach(header -> headers.add(header.getKey(), header.getValue()));
            latestMs = Math.max(latestMs, pipe.timestampMs());
            inputs.computeIfAbsent(
                            pipe.topic(),
                            topic -> driver.createInputTopic(
                                    topic, new ByteArraySerializer(), new ByteArraySerializer()))
                    .pipeInput(new TestRecord<>(bytes(pipe.key()), bytes(pipe.value()), headers, pipe.timestampMs()));
        }
    }

    /** What was produced since the last step, by topic; of a changelog only the last record per key. */
    private void drain() {
        for (String topic : new TreeSet<>(driver.producedTopicNames())) {
            TestOutputTopic<byte[], byte[]> output = outputs.computeIfAbsent(
                    topic,
                    name -> driver.createOutputTopic(name, new ByteArrayDeserializer(), new ByteArrayDeserializer()));
            List<TestRecord<byte[], byte[]>> records = output.readRecordsToList();
            if (topic.endsWith("-changelog")) {
                lastPerKey(records).forEach(line -> transcript.line(topic + " " + line));
            } else {
                records.forEach(produced -> transcript.line(topic + " " + text(produced)));
            }
        }
    }

    private static Set<String> lastPerKey(List<TestRecord<byte[], byte[]>> records) {
        Map<String, String> last = new LinkedHashMap<>();
        records.forEach(produced -> last.put(hex(produced.key()), text(produced)));
        return new TreeSet<>(last.values());
    }

    private static String text(TestRecord<byte[], byte[]> produced) {
        String headers = StreamSupport.stream(produced.headers().spliterator(), false)
                .map(header ->
                        header.key() + ":" + (header.key().endsWith(".stacktrace") ? "..." : hex(header.value())))
                .collect(Collectors.joining(",", "[", "]"));
        return hex(produced.key()) + "=" + hex(produced.value()) + "@" + produced.timestamp() + headers;
    }

    private static byte[] bytes(Bytes content) {
        return content == null ? null : content.get();
    }

    private static String hex(byte[] bytes) {
        return bytes == null ? "null" : HexFormat.of().formatHex(bytes);
    }

    @Override
    public void close() {
        driver.close();
        readDiary();
    }

    private static Path temporaryDirectory() {
        try {
            return Files.createTempDirectory("conformance");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path directory) {
        try (var paths = Files.walk(directory)) {
            paths.sorted((a, b) -> b.compareTo(a)).forEach(path -> path.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
