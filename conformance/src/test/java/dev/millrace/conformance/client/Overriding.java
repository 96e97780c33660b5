package dev.millrace.conformance.client;

import static org.awaitility.Awaitility.await;

import dev.millrace.conformance.script.Transcript;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import dev.millrace.streams.TopologyConfig;
import dev.millrace.streams.errors.LogAndContinueExceptionHandler;
import dev.millrace.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.processor.TimestampExtractor;
import dev.millrace.streams.processor.api.Processor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Time;

/** Clients whose topology was made with settings of its own: which of them count, what is named after it, and whose time counts. */
public final class Overriding {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long FIXED_MS = 1_234;

    private final String bootstrapServers;
    private final Path directory;
    private final Transcript transcript = new Transcript();
    private int number;

    private Overriding(String bootstrapServers, Path directory) {
        this.bootstrapServers = bootstrapServers;
        this.directory = directory;
    }

    /** Runs clients one after the other and writes down by which settings they go. */
    public static Transcript run(String bootstrapServers, Path directory) throws Exception {
        Overriding overriding = new Overriding(bootstrapServers, directory);
        Object goOn = LogAndContinueExceptionHandler.class;
        String handler = StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG;
        String cache = StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG;
        String times = StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG;
        overriding.observe(null, Map.of(handler, goOn, cache, 0L, times, Fixed.class), Map.of());
        overriding.observe("named", Map.of(handler, goOn, cache, 0L, times, Fixed.class), Map.of());
        overriding.observe("named", Map.of(), Map.of());
        overriding.observe("named", Map.of(cache, 1L), Map.of(handler, goOn));
        overriding.observe("named", Map.of(cache, 100_000L), Map.of(handler, goOn, cache, 0L));
        overriding.askTime();
        return overriding.transcript;
    }

    private void observe(String name, Map<String, Object> own, Map<String, Object> more) throws Exception {
        String in = "in-" + ++number;
        createTopics(in, "numbers-" + number);
        Queue<String> counts = new ConcurrentLinkedQueue<>();
        Queue<Long> times = new ConcurrentLinkedQueue<>();
        transcript.line(name + " " + new TreeSet<>(own.keySet()) + " over " + new TreeSet<>(more.keySet()));
        Topology topology =
                topology(new TopologyConfig(name, new StreamsConfig(settings(own)), properties(own)), counts, times);
        transcript.line(
                "  " + topology.describe().toString().lines().findFirst().orElseThrow());
        KafkaStreams client = new KafkaStreams(topology, settings(more));
        client.setUncaughtExceptionHandler(failure -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT);
        client.start();
        await().atMost(PATIENCE).until(() -> client.state() == State.RUNNING);
        transcript.line("  tasks: "
                + new TreeSet<>(client.metadataForLocalThreads().stream()
                        .flatMap(thread -> thread.activeTasks().stream())
                        .map(task -> task.taskId().subtopology() + "_"
                                + task.taskId().partition())
                        .toList()));
        send(in, "value");
        await().atMost(PATIENCE).until(() -> counts.contains("3"));
        transcript.line("  counts: " + counts);
        transcript.line("  fixed time: " + times.contains(FIXED_MS));
        transcript.line("  topics: " + topics("app-" + number));
        send("numbers-" + number, "not a number");
        send("numbers-" + number, "four");
        await().atMost(PATIENCE).until(() -> counts.contains("four") || client.state() == State.ERROR);
        transcript.line("  ends in " + client.state());
        client.close(PATIENCE);
    }

    private Topology topology(TopologyConfig config, Queue<String> counts, Queue<Long> times) {
        StreamsBuilder builder = new StreamsBuilder(config);
        KStream<String, String> in = builder.stream("in-" + number);
        in.flatMapValues(value -> List.of(value, value, value))
                .groupByKey()
                .count(Materialized.as("counts"))
                .toStream()
                .foreach((key, count) -> counts.add(String.valueOf(count)));
        in.groupBy((key, value) -> value).count(Materialized.as("regrouped"));
        in.process(() -> (ForEachTime) record -> times.add(record.timestamp()));
        builder.stream("numbers-" + number, Consumed.with(Serdes.String(), Serdes.Integer()))
                .foreach((key, value) -> counts.add("four"));
        return builder.build();
    }

    /** Looks at records. */
    private interface ForEachTime extends Processor<String, String, Void, Void> {}

    /** Tells one time. */
    public static final class Fixed implements TimestampExtractor {
        @Override
        public long extract(ConsumerRecord<Object, Object> found, long partitionTime) {
            return FIXED_MS;
        }
    }

    // ---- time ----

    /** A metric that is asked for its value asks for the time. */
    private void askTime() {
        AtomicInteger asked = new AtomicInteger();
        Thread asking = Thread.currentThread();
        Time time = new CountedTime(asked, asking);
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("in-1").foreach((key, value) -> {});
        number++;
        try (KafkaStreams client = new KafkaStreams(builder.build(), new StreamsConfig(settings(Map.of())), time)) {
            Metric count = client.metrics().entrySet().stream()
                    .filter(metric -> metric.getKey().group().equals("kafka-metrics-count")
                            && metric.getKey().tags().isEmpty())
                    .findFirst()
                    .orElseThrow()
                    .getValue();
            int before = asked.get();
            count.metricValue();
            transcript.line("metrics ask the given time: " + (asked.get() > before));
        }
    }

    /** The time of the system, which counts how often a thread asks for it. */
    private record CountedTime(AtomicInteger asked, Thread asking) implements Time {
        @Override
        public long milliseconds() {
            if (Thread.currentThread() == asking) {
                asked.incrementAndGet();
            }
            return SYSTEM.milliseconds();
        }

        @Override
        public long nanoseconds() {
            return SYSTEM.nanoseconds();
        }

        @Override
        public void sleep(long ms) {
            SYSTEM.sleep(ms);
        }

        @Override
        public void waitObject(Object waiter, Supplier<Boolean> condition, long deadlineMs)
                throws InterruptedException {
            SYSTEM.waitObject(waiter, condition, deadlineMs);
        }
    }

    // ---- surroundings ----

    private Properties settings(Map<String, Object> more) {
        Properties settings = properties(more);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "app-" + number);
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        settings.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, "100");
        settings.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
        settings.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class.getName());
        return settings;
    }

    private static Properties properties(Map<String, Object> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        return properties;
    }

    private void createTopics(String... names) throws Exception {
        try (Admin admin = Admin.create(settings(Map.of()))) {
            admin.createTopics(List.of(names).stream()
                            .map(name -> new NewTopic(name, 1, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    private Set<String> topics(String prefix) throws Exception {
        try (Admin admin = Admin.create(settings(Map.of()))) {
            Set<String> names = new TreeSet<>(admin.listTopics().names().get());
            names.removeIf(name -> !name.startsWith(prefix));
            return names;
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // close waits for it
    private void send(String topic, String value) {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings(Map.of()), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", value));
        }
    }
}
