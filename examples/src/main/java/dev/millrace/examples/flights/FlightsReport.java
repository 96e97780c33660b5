package dev.millrace.examples.flights;

import dev.millrace.streams.kstream.Windowed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads the program's output topics, committed records only, until all lines that were fed are accounted for. */
final class FlightsReport implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Map<Windowed<String>, Long> flightsPerHour = new HashMap<>();
    private Ranking ranking = Ranking.empty();
    private long alerts;
    private long deadLetters;

    FlightsReport(String bootstrapServers) {
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", bootstrapServers,
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest",
                        "enable.auto.commit", "false"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = List.of(
                        FlightsTopology.ALERTS,
                        FlightsTopology.DELAYS,
                        FlightsTopology.TOP_TEN,
                        FlightsTopology.DEAD_LETTERS)
                .stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /**
     * Reads until {@code lines} lines are counted or dead letters, and nothing more comes.
     *
     * @param running whether the program still works
     * @throws IllegalStateException if that takes longer than {@code patience}, or the program failed
     */
    FlightsResult await(int lines, Duration patience, BooleanSupplier running) {
        long deadlineNs = System.nanoTime() + patience.toNanos();
        boolean quiet = false;
        while (!(quiet && complete(lines))) {
            if (!running.getAsBoolean()) {
                throw new IllegalStateException("The program failed; the log above says why");
            }
            if (System.nanoTime() > deadlineNs) {
                throw new IllegalStateException("After " + patience.toSeconds() + " s only " + result().line() + " of "
                        + lines + " lines have come out");
            }
            var records = consumer.poll(POLL);
            records.forEach(this::read);
            quiet = records.isEmpty();
        }
        return result();
    }

    private boolean complete(int lines) {
        return result().flights() + deadLetters >= lines && ranking.flights() + deadLetters >= lines;
    }

    /** As far as it was read. */
    FlightsResult result() {
        long flights =
                flightsPerHour.values().stream().mapToLong(Long::longValue).sum();
        return new FlightsResult(flights, alerts, flightsPerHour.size(), deadLetters, ranking);
    }

    private void read(ConsumerRecord<byte[], byte[]> found) {
        switch (found.topic()) {
            case FlightsTopology.ALERTS -> alerts++;
            case FlightsTopology.DEAD_LETTERS -> deadLetters++;
            case FlightsTopology.DELAYS ->
                flightsPerHour.put(
                        FlightsTopology.AIRPORT_HOUR.deserializer().deserialize(found.topic(), found.key()),
                        FlightsTopology.DELAY_SUM
                                .deserializer()
                                .deserialize(found.topic(), found.value())
                                .flights());
            default -> ranking = FlightsTopology.RANKING.deserializer().deserialize(found.topic(), found.value());
        }
    }

    @Override
    public void close() {
        consumer.close();
    }
}
