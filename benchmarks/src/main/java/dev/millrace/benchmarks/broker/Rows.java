package dev.millrace.benchmarks.broker;

import dev.millrace.benchmarks.input.Records;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** A large table: rows of one size, in an order that has nothing to do with their keys. */
final class Rows {
    /** The name of the store that has the table in the workload {@code restored_join}. */
    static final String STORE = "rows";

    private final int count;
    private final int valueBytes;

    Rows(int count, int valueBytes) {
        this.count = count;
        this.valueBytes = valueBytes;
    }

    int count() {
        return count;
    }

    /** How many bytes all keys and values have. */
    long bytes() {
        return (long) count * (key(0).length + valueBytes);
    }

    byte[] key(long row) {
        return String.format(Locale.ROOT, "key-%016x", Records.mix(row)).getBytes(StandardCharsets.US_ASCII);
    }

    byte[] value(long row) {
        byte[] value = new byte[valueBytes];
        Arrays.fill(value, (byte) ('a' + row % 26));
        byte[] number = Long.toString(row).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(number, 0, value, 0, number.length);
        return value;
    }

    /** Creates a changelog with all rows. */
    @SuppressWarnings("FutureReturnValueIgnored") // flush waits for all
    void load(Cluster cluster, String topic) throws InterruptedException, ExecutionException {
        cluster.createChangelog(topic);
        long nowMs = System.currentTimeMillis();
        try (KafkaProducer<byte[], byte[]> producer = cluster.producer()) {
            for (int row = 0; row < count; row++) {
                producer.send(new ProducerRecord<>(topic, null, nowMs, key(row), value(row)));
            }
        }
    }
}
