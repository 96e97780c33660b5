package dev.millrace.runtime.crash;

import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.processor.StateRestoreListener;
import dev.millrace.streams.state.KeyValueStore;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/**
 * The program that is killed, and its main: it runs until the process ends, and says on standard output when it is running
 * and what it restored.
 *
 * <p>Each input record has a number of its own as value. Of each key it keeps the count and the sum of the numbers; each
 * update goes to {@code out}, so that a number that is lost or counted twice shows in every later sum. The number itself goes
 * to {@code seen}. A windowed count keeps a second store busy.
 */
public final class MortalApplication {
    static final String IN = "in";
    static final String OUT = "out";
    static final String SEEN = "seen";
    static final String SUMS = "sums";
    static final String WINDOWS = "windows";
    static final String RUNNING = "running";
    static final String RESTORED = "restored ";

    private MortalApplication() {}

    public static void main(String[] arguments) throws InterruptedException {
        start(arguments[0], arguments[1], arguments[2], new Announcer());
        new CountDownLatch(1).await();
    }

    static KafkaStreams start(
            String bootstrapServers, String stateDir, String guarantee, StateRestoreListener listener) {
        KafkaStreams streams = new KafkaStreams(topology(), config(bootstrapServers, stateDir, guarantee));
        streams.setGlobalStateRestoreListener(listener);
        streams.setStateListener((now, before) -> {
            if (now == KafkaStreams.State.RUNNING) {
                say(RUNNING);
            }
        });
        streams.start();
        return streams;
    }

    private static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, Long> numbers = builder.stream(IN, Consumed.with(Serdes.String(), Serdes.Long()));
        numbers.to(SEEN, Produced.with(Serdes.String(), Serdes.Long()));
        var byKey = numbers.groupByKey(Grouped.with(Serdes.String(), Serdes.Long()));
        byKey.aggregate(
                        () -> "0 0",
                        (key, number, sums) -> add(sums, number),
                        Materialized.<String, String, KeyValueStore<Bytes, byte[]>>as(SUMS)
                                .withKeySerde(Serdes.String())
                                .withValueSerde(Serdes.String()))
                .toStream()
                .to(OUT, Produced.with(Serdes.String(), Serdes.String()));
        byKey.windowedBy(TimeWindows.ofSizeWithNoGrace(Duration.ofSeconds(1))).count(Materialized.as(WINDOWS));
        return builder.build();
    }

    /** Count and sum as text, {@code "3 17"}. */
    static String add(String sums, long number) {
        int space = sums.indexOf(' ');
        long count = Long.parseLong(sums.substring(0, space));
        long sum = Long.parseLong(sums.substring(space + 1));
        return (count + 1) + " " + (sum + number);
    }

    private static Properties config(String bootstrapServers, String stateDir, String guarantee) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "mortal");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir);
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 2);
        config.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
        config.put("consumer.session.timeout.ms", 1_000);
        config.put("consumer.heartbeat.interval.ms", 200);
        // A member that dies in the middle of a rebalance holds up the group for this long: five minutes by default.
        config.put("consumer.max.poll.interval.ms", 10_000);
        return config;
    }

    private static synchronized void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** Says of each changelog how many records were replayed, and how many offsets it has. */
    private static final class Announcer implements StateRestoreListener {
        private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();

        @Override
        public void onRestoreStart(TopicPartition changelog, String store, long startOffset, long endOffset) {
            ends.put(changelog, endOffset);
        }

        @Override
        public void onBatchRestored(TopicPartition changelog, String store, long endOffset, long records) {}

        @Override
        public void onRestoreEnd(TopicPartition changelog, String store, long records) {
            say(RESTORED + changelog + " " + records + " " + ends.get(changelog));
        }
    }
}
