package dev.millrace.benchmarks.part;

import dev.millrace.benchmarks.input.Records;
import dev.millrace.state.ChangelogSink;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.task.TaskStores;
import dev.millrace.streams.state.Stores;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.serialization.Serdes;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * The commit of a key-value store of which 10,000 keys were written, in random order. One operation is an entry that was written.
 */
public class CommitBenchmark extends PartBenchmark {
    private static final String STORE = "counts";
    private static final int WRITTEN = 10_000;
    private static final long SEED = 20_260_101;

    /** How many keys the store has; a multiple of those that are written between two commits. */
    @Param({"10000", "100000"})
    private int keyCount;

    private final List<String> keys = new ArrayList<>();
    private int nextKey;
    private ChangelogSink changelog;
    private TaskStores stores;
    private KeyValueState counts;
    private long written;

    @Setup
    public void fill(Blackhole blackhole) {
        Records records = new Records(keyCount, Records.Distribution.UNIFORM);
        for (int i = 0; i < keyCount; i++) {
            keys.add(Batch.text(records.rowKey(i)));
        }
        Collections.shuffle(keys, new Random(SEED));
        changelog = (partition, key, value, timestampMs, headers) -> {
            blackhole.consume(key);
            blackhole.consume(value);
        };
        stores = new BareTask()
                .open(Stores.timestampedKeyValueStoreBuilder(
                        Stores.persistentTimestampedKeyValueStore(STORE), Serdes.String(), Serdes.Long()));
        counts = stores.keyValues(STORE);
        keys.forEach(key -> counts.put(key, 0L, 0));
    }

    @Setup(Level.Invocation)
    public void write() {
        commit();
        for (int i = 0; i < WRITTEN; i++) {
            counts.put(keys.get(nextKey), ++written, written);
            nextKey = (nextKey + 1) % keyCount;
        }
    }

    /** Until the changelog and the database's batch have everything: sort, serialize, hand over. */
    @Benchmark
    @OperationsPerInvocation(WRITTEN)
    public void prepare() {
        stores.prepareCommit(changelog, true);
    }

    /** All of it, with a database in memory. */
    @Benchmark
    @OperationsPerInvocation(WRITTEN)
    public void commit() {
        stores.prepareCommit(changelog, true);
        stores.commit(Map.of());
    }
}
