package dev.millrace.examples.flights;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the data into Kafka: airports at once, flights at the pace of their event time. The feed is keyed by airport, so one
 * airport's flights stay in order.
 */
final class FlightFeed implements AutoCloseable {
    private static final int PROGRESS_EVERY = 100;

    private final KafkaProducer<String, byte[]> producer;
    private final CountDownLatch failed = new CountDownLatch(1);
    private volatile @Nullable Exception failure;

    FlightFeed(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        // The leader of a new topic may refuse a first batch and accept a second: one at a time, then.
                        "max.in.flight.requests.per.connection",
                        1),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /** Sends all airports and waits until they are there. */
    void sendAirports() {
        for (Airport airport : FlightData.airports()) {
            byte[] bytes = FlightsTopology.AIRPORT.serializer().serialize(FlightsTopology.AIRPORTS, airport);
            send(new ProducerRecord<>(FlightsTopology.AIRPORTS, airport.iata(), bytes));
        }
        flush();
    }

    /**
     * Sends the lines and waits until they are there.
     *
     * @param speedUp how many times faster than it happened; 0 for as fast as possible
     */
    void replay(List<FlightData.Line> lines, double speedUp, ProgressBar progress) throws InterruptedException {
        long startNs = System.nanoTime();
        long firstMs = lines.get(0).eventTimeMs();
        for (int i = 0; i < lines.size(); i++) {
            FlightData.Line line = lines.get(i);
            if (speedUp > 0) {
                waitUntil(startNs + (long) ((line.eventTimeMs() - firstMs) / speedUp * 1e6));
            }
            send(new ProducerRecord<>(
                    FlightsTopology.FLIGHTS,
                    null,
                    line.eventTimeMs(),
                    line.airport(),
                    line.text().getBytes(StandardCharsets.UTF_8)));
            if (i % PROGRESS_EVERY == 0) {
                progress.show(i, lines.size(), line.eventTimeMs());
            }
        }
        flush();
        progress.show(lines.size(), lines.size(), lines.get(lines.size() - 1).eventTimeMs());
    }

    private void send(ProducerRecord<String, byte[]> line) {
        Future<RecordMetadata> unused = producer.send(line, (metadata, error) -> {
            if (error != null) {
                failure = error;
                failed.countDown();
            }
        });
    }

    private void flush() {
        producer.flush();
        failIfItFailed();
    }

    private void failIfItFailed() {
        if (failure != null) {
            throw new IllegalStateException("The feed could not be written: " + failure.getMessage(), failure);
        }
    }

    /** Keeps the pace of a replay; a feed that cannot be written ends at once, and not when its next flight is due. */
    private void waitUntil(long timeNs) throws InterruptedException {
        if (failed.await(timeNs - System.nanoTime(), TimeUnit.NANOSECONDS)) {
            failIfItFailed();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
