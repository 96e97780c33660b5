package dev.millrace.state.memory;

import dev.millrace.state.database.ByteCursor;
import dev.millrace.state.database.OrderedBytes;
import org.jspecify.annotations.Nullable;

/** The content of one store on the heap: the version of a tree that was committed last. Readers wait until it is written. */
final class MemoryStore implements OrderedBytes {
    private final MemoryDatabase database;
    private volatile Version current = new Version(null, 0);

    MemoryStore(MemoryDatabase database) {
        this.database = database;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        Tree root = committed().root;
        return root == null ? null : root.get(key);
    }

    @Override
    public byte[] @Nullable [] getAll(byte[][] keys) {
        Tree root = committed().root;
        byte[][] values = new byte[keys.length][];
        for (int i = 0; root != null && i < keys.length; i++) {
            values[i] = root.get(keys[i]);
        }
        return values;
    }

    @Override
    public ByteCursor scan(byte @Nullable [] from, byte @Nullable [] to, boolean descending) {
        return new TreeCursor(committed().root, from, to, descending);
    }

    @Override
    public long approximateEntries() {
        return committed().entries;
    }

    boolean belongsTo(MemoryDatabase candidate) {
        return database == candidate;
    }

    private Version committed() {
        database.awaitWritten();
        return current;
    }

    /** For who writes: what was written last. */
    Version written() {
        return current;
    }

    void publish(Version next) {
        current = next;
    }

    /** A committed state: the root of its tree, null if it is empty, and how many entries there are. */
    record Version(@Nullable Tree root, long entries) {}
}
