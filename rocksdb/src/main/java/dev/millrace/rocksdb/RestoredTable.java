package dev.millrace.rocksdb;

import dev.millrace.state.SortedRows;
import java.io.IOException;
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
final class RestoredTable implements AutoCloseable {
    private static final String SUFFIX = ".restored";

    private final RocksStore store;
    private final Path file;

    private RestoredTable(RocksStore store, Path file) {
        this.store = store;
        this.file = file;
    }

    /** Writes a table; {@code number} tells it from others that are not taken in yet. */
    static RestoredTable write(RocksStore store, int number, SortedRows rows) {
        Path file = store.directory().resolve(store.columnNumber() + "-" + number + SUFFIX);
        try (EnvOptions environment = new EnvOptions();
                SstFileWriter writer = new SstFileWriter(environment, store.options())) {
            writer.open(file.toString());
            for (int i = 0; i < rows.size(); i++) {
                byte[] value = rows.value(i);
                if (value == null) {
                    writer.delete(rows.key(i));
                } else {
                    writer.put(rows.key(i), value);
                }
            }
            writer.finish();
        } catch (RocksDBException failed) {
            throw Faults.using(store.directory(), "Writing restored rows of " + store, failed);
        }
        return new RestoredTable(store, file);
    }

    /** Makes the rows content of the store. */
    void takeIn() throws RocksDBException {
        try (IngestExternalFileOptions moving = new IngestExternalFileOptions().setMoveFiles(true)) {
            store.rocks().ingestExternalFile(store.column(), List.of(file.toString()), moving);
        }
    }

    /** Deletes what is left of it. */
    @Override
    public void close() {
        delete(file);
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
