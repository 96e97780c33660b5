package dev.millrace.runtime.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.embedded.BrokerOptions;
import dev.millrace.embedded.ChildBroker;
import dev.millrace.runtime.crash.ApplicationProcess.Restored;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.StoreQueryParameters;
import dev.millrace.streams.processor.StateRestoreListener;
import dev.millrace.streams.state.QueryableStoreTypes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The application is killed at random moments while input flows, and started again on what it left behind.
 *
 * <p>Exactly once: what the output topics hold for a read_committed reader, and what the store holds, equals an independent
 * computation, record by record. At least once: nothing is lost. Both: a restart replays the tail of a changelog, not the
 * whole. The figures are printed.
 */
class KillTest {
    private static final int PARTITIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    Path directory;

    @Test
    void exactlyOnceNothingIsLostDuplicatedOrWrongAfterTwentyKills() throws Exception {
        Life life = live("exactly_once_v2", 20);

        Map<String, List<String>> outputs = life.output.updatesByKey();
        long wrong = outputs.entrySet().stream()
                .filter(entry -> !isUnbroken(entry.getValue()))
                .count();
        Map<String, String> last = new TreeMap<>();
        outputs.forEach((key, updates) -> last.put(key, updates.get(updates.size() - 1)));
        report("exactly_once_v2", life, wrong);

        assertThat(wrong)
                .as("keys whose updates do not follow one from the other")
                .isZero();
        assertThat(life.output.updates()).as("one update for each input record").isEqualTo(life.records);
        assertThat(last).isEqualTo(life.expected);
        assertThat(life.store).isEqualTo(life.expected);
        assertThat(new HashSet<>(life.output.seen())).hasSize(Math.toIntExact(life.records));
        assertThat(life.output.seen()).hasSize(Math.toIntExact(life.records));
        assertOnlyTailsWereReplayed(life.restarts);
    }

    @Test
    void atLeastOnceNothingIsLostAfterTenKills() throws Exception {
        Life life = live("at_least_once", 10);
        report("at_least_once", life, 0);

        Set<Long> seen = new HashSet<>(life.output.seen());
        assertThat(seen).as("every input record came out").hasSize(Math.toIntExact(life.records));
        life.expected.forEach(
                (key, sums) -> assertThat(count(life.store.get(key))).as(key).isGreaterThanOrEqualTo(count(sums)));
        assertOnlyTailsWereReplayed(life.restarts);
    }

    /** What an application went through, and what was found in the end. */
    private record Life(
            int kills,
            long records,
            Map<String, String> expected,
            Output output,
            Map<String, String> store,
            List<List<Restored>> restarts) {}

    private Life live(String guarantee, int kills) throws Exception {
        long seed = 20_010_101;
        Random random = new Random(seed);
        BrokerOptions options = BrokerOptions.standard().withProperty("group.min.session.timeout.ms", 500);
        try (ChildBroker broker = ChildBroker.start(directory.resolve("kafka"), options)) {
            createTopics(broker.bootstrapServers());
            Path stateDir = directory.resolve("state");
            List<List<Restored>> restarts = new ArrayList<>();
            try (SteadyInput input = new SteadyInput(broker.bootstrapServers(), seed)) {
                for (int i = 0; i < kills; i++) {
                    ApplicationProcess application =
                            ApplicationProcess.start(broker.bootstrapServers(), stateDir, guarantee);
                    application.awaitRunning();
                    LockSupport.parkNanos(
                            Duration.ofMillis(100 + random.nextInt(1_200)).toNanos());
                    application.kill();
                    restarts.add(application.restored());
                }
                long records = input.stop();
                return finish(broker.bootstrapServers(), stateDir, guarantee, records, input.expected(), restarts);
            }
        }
    }

    /** The last start: lets it finish, in this JVM, so that the store can be asked. */
    private static Life finish(
            String bootstrapServers,
            Path stateDir,
            String guarantee,
            long records,
            Map<String, String> expected,
            List<List<Restored>> restarts)
            throws Exception {
        try (KafkaStreams streams =
                        MortalApplication.start(bootstrapServers, stateDir.toString(), guarantee, new Silent());
                Output output = new Output(bootstrapServers)) {
            await().atMost(PATIENCE).until(() -> {
                output.readMore();
                return new HashSet<>(output.seen()).size() >= records && output.updates() >= records;
            });
            await().atMost(PATIENCE).until(() -> streams.state() == KafkaStreams.State.RUNNING);
            output.readToTheEnd();
            return new Life(restarts.size(), records, new TreeMap<>(expected), output, contents(streams), restarts);
        }
    }

    private static Map<String, String> contents(KafkaStreams streams) {
        Map<String, String> contents = new TreeMap<>();
        var store = streams.store(StoreQueryParameters.fromNameAndType(
                MortalApplication.SUMS, QueryableStoreTypes.<String, String>keyValueStore()));
        try (var entries = store.all()) {
            entries.forEachRemaining(entry -> contents.put(entry.key, entry.value));
        }
        return contents;
    }

    private static void createTopics(String bootstrapServers) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(MortalApplication.IN, MortalApplication.OUT, MortalApplication.SEEN).stream()
                            .map(topic -> new NewTopic(topic, PARTITIONS, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** Each update of a key must be the one before plus one record. */
    private static boolean isUnbroken(List<String> updates) {
        for (int i = 0; i < updates.size(); i++) {
            if (count(updates.get(i)) != i + 1) {
                return false;
            }
        }
        return true;
    }

    private static long count(String sums) {
        return Long.parseLong(sums.substring(0, sums.indexOf(' ')));
    }

    /**
     * A changelog that was already long when the application came back must not have been read from its beginning: all that
     * may be missing is what was acknowledged after the last local write, in the application's last life.
     */
    private static void assertOnlyTailsWereReplayed(List<List<Restored>> restarts) {
        List<Restored> longOnes = restarts.stream()
                .flatMap(List::stream)
                .filter(restored -> restored.endOffset() > 1_000)
                .toList();
        assertThat(longOnes).as("restarts that found a long changelog").hasSizeGreaterThan(10);
        assertThat(longOnes)
                .allSatisfy(restored ->
                        assertThat(restored.records()).as(restored.toString()).isLessThan(restored.endOffset()));
        assertThat(longOnes.stream().mapToLong(Restored::records).sum())
                .as("replayed in all of %s", longOnes)
                .isLessThan(longOnes.stream().mapToLong(Restored::endOffset).sum() / 2);
    }

    private static void report(String guarantee, Life life, long wrong) {
        List<Restored> all = life.restarts.stream().flatMap(List::stream).toList();
        long replayed = all.stream().mapToLong(Restored::records).sum();
        long offsets = all.stream().mapToLong(Restored::endOffset).sum();
        Restored most =
                all.stream().max(Comparator.comparingLong(Restored::records)).orElseThrow();
        long distinct = new HashSet<>(life.output.seen()).size();
        System.out.printf(
                "%s: kills=%d input=%d lost=%d duplicated=%d wrong=%d; replayed %d of %d changelog offsets, at most %d of %d (%s)%n",
                guarantee,
                life.kills,
                life.records,
                life.records - distinct,
                life.output.seen().size() - distinct,
                wrong,
                replayed,
                offsets,
                most.records(),
                most.endOffset(),
                most.changelog());
    }

    private static final class Silent implements StateRestoreListener {
        @Override
        public void onRestoreStart(TopicPartition changelog, String store, long startOffset, long endOffset) {}

        @Override
        public void onBatchRestored(TopicPartition changelog, String store, long endOffset, long records) {}

        @Override
        public void onRestoreEnd(TopicPartition changelog, String store, long records) {}
    }
}
