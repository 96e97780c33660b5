package dev.millrace.benchmarks.part;

import dev.millrace.state.BuiltInSerdes;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.keyvalue.KeyValues;
import dev.millrace.state.kind.KeyCodec;
import dev.millrace.state.kind.ValueCodec;
import dev.millrace.streams.state.Stores;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.infra.Blackhole;

/** The keys and values of a store as objects and as bytes. One operation is a key or a value. */
public class CodecBenchmark extends PartBenchmark {
    private static final String STORE = "store";
    private static final int COUNT = 1_000;

    /** Strings are keys of 20 and values of 100 characters. */
    @Param({"string", "long"})
    private String type = "";

    private final Object[] keys = new Object[COUNT];
    private final byte[][] keyBytes = new byte[COUNT][];
    private final Object[] values = new Object[COUNT];
    private final byte[][] storedValues = new byte[COUNT][];
    private BareTask task;
    private KeyCodec keyCodec;
    private ValueCodec valueCodec;
    private Serializer<Object> serializer;

    @Setup
    @SuppressWarnings("unchecked")
    public void open() {
        Serde<?> chosen = isText() ? Serdes.String() : Serdes.Long();
        Serde<Object> serde = (Serde<Object>) chosen;
        task = new BareTask();
        KeyValues store = (KeyValues) task.open(Stores.timestampedKeyValueStoreBuilder(
                        Stores.persistentTimestampedKeyValueStore(STORE), serde, serde))
                .keyValues(STORE);
        keyCodec = store.keys();
        valueCodec = store.values();
        serializer = serde.serializer();
        fill();
    }

    private boolean isText() {
        return type.equals("string");
    }

    private void fill() {
        Batch batch = new Polls(1, COUNT).next();
        for (int i = 0; i < COUNT; i++) {
            keys[i] = isText() ? batch.decodedKey(i) : Long.valueOf(1_000_000 + i);
            values[i] = isText() ? batch.decodedValue(i) : Long.valueOf(1_000_000L * i);
            keyBytes[i] = serializer.serialize(STORE, keys[i]);
            storedValues[i] = ChangelogFormat.stamp(serializer.serialize(STORE, values[i]), i);
        }
    }

    /** A key that came with its bytes. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void sourceKeyToBytes(Blackhole blackhole) {
        for (int i = 0; i < COUNT; i++) {
            task.turnTo(keys[i], keyBytes[i], i);
            blackhole.consume(keyCodec.encode(keys[i]));
        }
    }

    /** A key that the program made. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void madeKeyToBytes(Blackhole blackhole) {
        for (int i = 0; i < COUNT; i++) {
            blackhole.consume(keyCodec.encode(keys[i]));
        }
    }

    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void bytesToKey(Blackhole blackhole) {
        for (int i = 0; i < COUNT; i++) {
            blackhole.consume(keyCodec.decode(keyBytes[i]));
        }
    }

    /** Whether the bytes that a key came with may be used again: asked once for each record that is looked up or sent. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void mayReuseBytes(Blackhole blackhole) {
        for (int i = 0; i < COUNT; i++) {
            blackhole.consume(BuiltInSerdes.keepsBytes(keys[i]));
        }
    }

    /** What a commit does with a value, its event time in front. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void valueToStored(Blackhole blackhole) {
        for (int i = 0; i < COUNT; i++) {
            blackhole.consume(ChangelogFormat.stamp(serializer.serialize(STORE, values[i]), i));
        }
    }

    /** What a look-up does that has to ask the database. */
    @Benchmark
    @OperationsPerInvocation(COUNT)
    public void storedToValue(Blackhole blackhole) {
        for (int i = 0; i < COUNT; i++) {
            blackhole.consume(valueCodec.timestampOf(storedValues[i]));
            blackhole.consume(valueCodec.read(valueCodec.load(storedValues[i])));
        }
    }
}
