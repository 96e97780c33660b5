package dev.millrace.runtime.crash;

import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Input that flows at a steady rate until it is told to stop, and the right answer for it, computed on the side: the number of
 * each record is its own, and each key's count and sum are kept as the program should keep them.
 */
final class SteadyInput implements AutoCloseable {
    private static final int KEYS = 200;
    private static final int BURST = 10;
    private static final long PAUSE_NS = 5_000_000;

    private final KafkaProducer<String, Long> producer;
    private final Map<String, String> expected = new TreeMap<>();
    private final Random random;
    private final Thread thread;
    private volatile boolean stop;
    private volatile Exception failure;
    private long records;

    SteadyInput(String bootstrapServers, long seed) {
        producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrapServers,
                        "acks",
                        "all",
                        "linger.ms",
                        "2",
                        "max.in.flight.requests.per.connection",
                        "1"),
                new StringSerializer(),
                new LongSerializer());
        random = new Random(seed);
        thread = new Thread(this::flow, "steady-input");
        thread.start();
    }

    private void flow() {
        while (!stop) {
            for (int i = 0; i < BURST; i++) {
                send("key-" + random.nextInt(KEYS), records++);
            }
            LockSupport.parkNanos(PAUSE_NS);
        }
    }

    private void send(String key, long number) {
        expected.merge(key, MortalApplication.add("0 0", number), (sums, first) -> MortalApplication.add(sums, number));
        var unused = producer.send(new ProducerRecord<>(MortalApplication.IN, key, number), (metadata, error) -> {
            if (error != null) {
                failure = error;
            }
        });
    }

    /** Ends the flow and waits until all of it is in the topic; returns how many records there are. */
    long stop() throws Exception {
        stop = true;
        thread.join();
        producer.flush();
        if (failure != null) {
            throw failure;
        }
        return records;
    }

    /** After {@link #stop}: count and sum of each key. */
    Map<String, String> expected() {
        return expected;
    }

    @Override
    public void close() {
        stop = true;
        producer.close();
    }
}
