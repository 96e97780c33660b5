package dev.millrace.rocksdb;

import dev.millrace.state.database.SortedRows;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.rocksdb.EnvOptions;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.SstFileWriter;

/**
 * A table of restored rows, written beside the database and then taken in as a whole.
 *
 * <p>Rows that are restored come in large numbers and are all in the changelog, so the ways of a commit, log and write buffer, are
 * wasted on them: a table costs a third. It replaces what the store has under its keys from the moment it is taken in.
 */
final class RestoredTable {
    private static final String SUFFIX = ".restored";
    private static final int KEY_BYTES = 1 << 10;
    private static final int VALUE_BYTES = 1 << 14;

    private final RocksStore store;
    private final Path file;
    private final SortedRows rows;

    /** @param number tells it from others that are not taken in yet */
    RestoredTable(RocksStore store, int number, SortedRows rows) {
        this.store = store;
        this.file = store.directory().resolve(store.columnNumber() + "-" + number + SUFFIX);
        this.rows = rows;
    }

    /** Makes the rows content of the store. */
    void takeIn() throws RocksDBException {
        try {
            write();
            try (IngestExternalFileOptions moving = new IngestExternalFileOptions().setMoveFiles(true)) {
                store.rocks().ingestExternalFile(store.column(), List.of(file.toString()), moving);
            }
        } finally {
            delete(file);
        }
    }

    private void write() throws RocksDBException {
        try (EnvOptions environment = new EnvOptions();
                SstFileWriter writer = new SstFileWriter(environment, store.options())) {
            writer.open(file.toString());
            put(rows, writer);
            writer.finish();
        }
    }

    /** By way of memory outside the heap: a native call with arrays spends a third of its time on getting at their bytes. */
    private static void put(SortedRows rows, SstFileWriter writer) throws RocksDBException {
        ByteBuffer nativeKey = ByteBuffer.allocateDirect(KEY_BYTES);
        ByteBuffer nativeValue = ByteBuffer.allocateDirect(VALUE_BYTES);
        for (int i = 0; i < rows.size(); i++) {
            byte[] key = rows.key(i);
            byte[] value = rows.value(i);
            if (value == null) {
                writer.delete(key);
            } else {
                nativeKey = filled(nativeKey, key);
                nativeValue = filled(nativeValue, value);
                writer.put(nativeKey, nativeValue);
            }
        }
    }

    private static ByteBuffer filled(ByteBuffer buffer, byte[] bytes) {
        ByteBuffer enough = buffer.capacity() >= bytes.length ? buffer : ByteBuffer.allocateDirect(2 * bytes.length);
        return enough.clear().put(bytes).flip();
    }

    /** Deletes the tables that a process left behind which was killed. */
    static void deleteAll(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            files.filter(file -> file.toString().endsWith(SUFFIX)).forEach(RestoredTable::delete);
        } catch (IOException failed) {
            throw Faults.files(directory, "cannot be listed", failed);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failed) {
            throw Faults.files(file, "cannot be deleted", failed);
        }
    }
}
