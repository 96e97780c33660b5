package dev.millrace.conformance.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.processor.BatchingStateRestoreCallback;
import dev.millrace.streams.processor.StateRestoreCallback;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.StateStoreContext;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A user's store of bytes that writes down what the engine tells it. */
class ToldStore implements KeyValueStore<Bytes, byte[]> {

    /** What outlives a store: its content and, if it manages them, its offsets. */
    static final class Disk {
        private final TreeMap<Bytes, byte[]> content = new TreeMap<>();
        private final Map<TopicPartition, Long> offsets = new HashMap<>();
        private final List<String> told = new ArrayList<>();

        synchronized void say(String what) {
            told.add(what);
        }

        /** Once for every offset, however often it is told, and not while nothing is known: that the engines do differently. */
        synchronized void commit(Map<TopicPartition, Long> last) {
            last.forEach((partition, offset) -> {
                if (!offset.equals(offsets.put(partition, offset)) && offset >= 0) {
                    told.add("commit " + partition + " " + offset);
                }
            });
        }

        synchronized void callBack() {
            if (!told.isEmpty() && told.get(told.size() - 1).startsWith("commit ")) {
                told.add("callback");
            }
        }

        synchronized @Nullable Long offset(TopicPartition partition) {
            return offsets.get(partition);
        }

        /** All that was told since this was asked last. */
        synchronized List<String> told() {
            List<String> all = List.copyOf(told);
            told.clear();
            return all;
        }

        /** Forgets that it has come further than this. */
        synchronized void setBack(long offset) {
            offsets.replaceAll((partition, before) -> offset);
        }

        /** Whether it was told to commit all up to some offset. */
        synchronized boolean hasCommitted(long offset) {
            return offsets.containsValue(offset);
        }
    }

    private final String name;
    private final boolean manages;
    private final boolean batching;
    private final Disk disk;
    private boolean open;

    ToldStore(String name, boolean manages, boolean batching, Disk disk) {
        this.name = name;
        this.manages = manages;
        this.batching = batching;
        this.disk = disk;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        disk.say("init");
        open = true;
        StateRestoreCallback callback = batching ? new Batches() : this::restore;
        context.register(root, callback, disk::callBack);
    }

    private void restore(byte[] key, byte[] value) {
        disk.say((batching ? "restore in a batch " : "restore ") + new String(key, UTF_8) + " " + hex(value));
        write(Bytes.wrap(key), value);
    }

    private final class Batches implements BatchingStateRestoreCallback {
        @Override
        public void restoreAll(Collection<KeyValue<byte[], byte[]>> records) {
            records.forEach(each -> ToldStore.this.restore(each.key, each.value));
        }
    }

    @Override
    @SuppressWarnings("deprecation") // both engines may still call it
    public void flush() {
        disk.say("flush");
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        disk.commit(changelogOffsets);
    }

    @Override
    public @Nullable Long committedOffset(TopicPartition partition) {
        Long offset = manages ? disk.offset(partition) : null;
        disk.say("committed offset of " + partition + ": " + offset);
        return offset;
    }

    @Override
    @SuppressWarnings("deprecation") // both engines may still call it
    public boolean managesOffsets() {
        return manages;
    }

    @Override
    public void close() {
        disk.say("close");
        open = false;
    }

    @Override
    public boolean persistent() {
        return true;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }

    // ---- content ----

    private static String hex(byte[] value) {
        return value == null ? "null" : HexFormat.of().formatHex(value);
    }

    private void write(Bytes key, byte[] value) {
        if (value == null) {
            disk.content.remove(key);
        } else {
            disk.content.put(key, value);
        }
    }

    @Override
    public void put(Bytes key, byte[] value) {
        disk.say("put " + key + " " + hex(value));
        write(key, value);
    }

    @Override
    public byte[] putIfAbsent(Bytes key, byte[] value) {
        byte[] found = get(key);
        if (found == null) {
            put(key, value);
        }
        return found;
    }

    @Override
    public void putAll(List<KeyValue<Bytes, byte[]>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public byte[] delete(Bytes key) {
        disk.say("delete " + key);
        return disk.content.remove(key);
    }

    @Override
    public byte[] get(Bytes key) {
        return disk.content.get(key);
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
        return new Walk(disk.content.subMap(from, true, to, true).entrySet().iterator());
    }

    @Override
    public KeyValueIterator<Bytes, byte[]> all() {
        return new Walk(disk.content.entrySet().iterator());
    }

    @Override
    public long approximateNumEntries() {
        return disk.content.size();
    }

    private record Walk(Iterator<Map.Entry<Bytes, byte[]>> entries) implements KeyValueIterator<Bytes, byte[]> {
        @Override
        public boolean hasNext() {
            return entries.hasNext();
        }

        @Override
        public KeyValue<Bytes, byte[]> next() {
            Map.Entry<Bytes, byte[]> next = entries.next();
            return KeyValue.pair(next.getKey(), next.getValue());
        }

        @Override
        public Bytes peekNextKey() {
            throw new UnsupportedOperationException("peekNextKey");
        }

        @Override
        public void close() {}
    }
}
