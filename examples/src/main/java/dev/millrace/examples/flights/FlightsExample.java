package dev.millrace.examples.flights;

import dev.millrace.embedded.EmbeddedKafka;
import dev.millrace.streams.KafkaStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Starts a broker, the program and the feed; waits until all came out; prints what it was. */
public final class FlightsExample {
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private FlightsExample() {}

    public static void main(String[] arguments) throws Exception {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.print(FlightsOptions.HELP);
            return;
        }
        try {
            run(FlightsOptions.of(arguments));
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.err.print(FlightsOptions.HELP);
            System.exit(2);
        } catch (IllegalStateException failed) {
            System.err.println(failed.getMessage());
            System.exit(1);
        }
    }

    private static void run(FlightsOptions options) throws Exception {
        if (options.bootstrapServers().isPresent()) {
            runOn(options.bootstrapServers().get(), options);
            return;
        }
        System.err.println("Starting an embedded Kafka broker");
        try (EmbeddedKafka kafka = EmbeddedKafka.start(Files.createTempDirectory("millrace-kafka"))) {
            runOn(kafka.bootstrapServers(), options);
        }
    }

    private static void runOn(String bootstrapServers, FlightsOptions options) throws Exception {
        Path stateDir = options.stateDir().isPresent()
                ? Path.of(options.stateDir().get())
                : Files.createTempDirectory("millrace-state");
        try (KafkaStreams streams = new KafkaStreams(
                FlightsTopology.build(), FlightsTopology.config(bootstrapServers, options.guarantee(), stateDir))) {
            if (options.join()) {
                streams.start();
                System.err.println("Joined; stop with Ctrl-C");
                new CountDownLatch(1).await();
            } else {
                FlightsResult result = replayThrough(streams, bootstrapServers, options);
                System.out.println(result.line());
                System.out.print(result.table());
            }
        }
    }

    private static FlightsResult replayThrough(KafkaStreams streams, String bootstrapServers, FlightsOptions options)
            throws Exception {
        createTopics(bootstrapServers);
        try (FlightFeed feed = new FlightFeed(bootstrapServers);
                FlightsReport report = new FlightsReport(bootstrapServers)) {
            feed.sendAirports();
            streams.start();
            List<FlightData.Line> lines = FlightData.lines();
            feed.replay(lines, options.speedUp(), new ProgressBar(System.err));
            return report.await(lines.size(), PATIENCE, () -> streams.state() != KafkaStreams.State.ERROR);
        }
    }

    /** Creates the topics; a cluster that has them from an earlier run would count its flights twice. */
    static void createTopics(String bootstrapServers) throws IOException, InterruptedException {
        Set<String> topics = Set.of(
                FlightsTopology.FLIGHTS,
                FlightsTopology.AIRPORTS,
                FlightsTopology.ALERTS,
                FlightsTopology.DELAYS,
                FlightsTopology.TOP_TEN,
                FlightsTopology.DEAD_LETTERS);
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            Set<String> existing = new HashSet<>(admin.listTopics().names().get());
            existing.retainAll(topics);
            if (!existing.isEmpty()) {
                throw new IllegalStateException("Topics " + existing + " exist already on " + bootstrapServers
                        + ": delete them, and those that begin with flights-example-, to start the example anew");
            }
            admin.createTopics(topics.stream()
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) -1))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException failure) {
            throw new IOException("Cannot create the topics on " + bootstrapServers, failure.getCause());
        }
    }
}
