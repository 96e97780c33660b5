package dev.millrace.rocksdb;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;
import org.slf4j.Logger;

/**
 * Brings a database on disk to what a task needs now: each of its stores a column family, and no others.
 *
 * <p>Between any two steps the process may be killed, and the next opening must still be right. The danger is an offset that
 * speaks of content that is gone: then the store would come back empty and nothing would be replayed. So the offsets, and the
 * positions, of all stores that are about to be dropped or created go first, and go to the disk itself.
 */
final class Opening {
    private static final String STORE_PREFIX = "store.";
    private static final String NO_STORE = "";

    private final Path directory;
    private final Tuning tuning;
    private final WriteBuffers writeBuffers;
    private final Executor writers;
    private final Logger log;
    private final Handles handles = new Handles();
    private final Map<String, StoreOptions> options = new TreeMap<>();
    private final Map<String, ColumnFamilyHandle> stores = new HashMap<>();

    Opening(Path directory, Tuning tuning, WriteBuffers writeBuffers, Executor writers, Logger log) {
        this.directory = directory;
        this.tuning = tuning;
        this.writeBuffers = writeBuffers;
        this.writers = writers;
        this.log = log;
    }

    RocksDatabase open(Collection<String> storeNames, Map<String, String> changelogTopics) {
        try {
            DBOptions databaseOptions = choose(new TreeSet<>(storeNames));
            RocksDB rocks = openAsFound(databaseOptions);
            RestoredTable.deleteAll(directory);
            forget(rocks, untrue(rocks, changelogTopics));
            dropOthers(rocks);
            createMissing(rocks);
            return new RocksDatabase(
                    directory,
                    rocks,
                    stores,
                    options,
                    storedOffsets(rocks),
                    storedPositions(rocks),
                    handles,
                    writeBuffers,
                    writers,
                    log);
        } catch (RocksDBException failed) {
            handles.close();
            throw Faults.opening(directory, failed);
        } catch (RuntimeException failed) {
            handles.close();
            throw failed;
        }
    }

    private DBOptions choose(Set<String> storeNames) {
        DBOptions chosen = handles.keep(tuning.ofDatabase());
        for (String name : storeNames) {
            StoreOptions store = handles.keep(tuning.ofStore(name, chosen));
            options.put(name, store);
            chosen = handles.keep(Tuning.afterSetters(store.options()));
        }
        return chosen;
    }

    private RocksDB openAsFound(DBOptions databaseOptions) throws RocksDBException {
        List<ColumnFamilyDescriptor> descriptors = new ArrayList<>();
        ColumnFamilyOptions plain = handles.keep(tuning.ofColumnFamily());
        for (byte[] column : columnsFound()) {
            StoreOptions store = options.get(storeName(column));
            descriptors.add(new ColumnFamilyDescriptor(column, store == null ? plain : store.columnFamily()));
        }
        List<ColumnFamilyHandle> opened = new ArrayList<>();
        RocksDB rocks = handles.keep(RocksDB.open(databaseOptions, directory.toString(), descriptors, opened));
        for (ColumnFamilyHandle column : opened) {
            stores.put(storeName(column.getName()), handles.keep(column));
        }
        stores.remove(NO_STORE);
        return rocks;
    }

    private List<byte[]> columnsFound() throws RocksDBException {
        if (!exists()) {
            return List.of(RocksDB.DEFAULT_COLUMN_FAMILY);
        }
        try (Options any = new Options()) {
            return RocksDB.listColumnFamilies(any, directory.toString());
        }
    }

    /** RocksDB would begin anew where the file that names the current version is lost; we do not throw away what is there. */
    private boolean exists() {
        if (Files.exists(directory.resolve("CURRENT"))) {
            return true;
        }
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                if (files.anyMatch(file -> file.toString().endsWith(".sst"))) {
                    throw Faults.damaged(directory, "it has tables but no file CURRENT", null);
                }
            } catch (IOException failed) {
                throw Faults.files(directory, "cannot be listed", failed);
            }
        }
        return false;
    }

    /** The rows of the default column family that speak of content that is not here or does not stay. */
    private List<byte[]> untrue(RocksDB rocks, Map<String, String> changelogTopics) throws RocksDBException {
        Set<String> topics = new HashSet<>();
        changelogTopics.forEach((store, topic) -> {
            if (stays(store)) {
                topics.add(topic);
            }
        });
        List<byte[]> rows = new ArrayList<>();
        for (TopicPartition changelog : storedOffsets(rocks).keySet()) {
            if (!topics.contains(changelog.topic())) {
                rows.add(OffsetRow.key(changelog));
            }
        }
        for (String store : storedPositions(rocks).keySet()) {
            if (!stays(store)) {
                rows.add(PositionRow.key(store));
            }
        }
        return rows;
    }

    private boolean stays(String store) {
        return options.containsKey(store) && stores.containsKey(store);
    }

    private static void forget(RocksDB rocks, List<byte[]> rows) throws RocksDBException {
        try (WriteBatch batch = new WriteBatch();
                WriteOptions toDisk = new WriteOptions().setSync(true)) {
            for (byte[] row : rows) {
                batch.delete(row);
            }
            if (batch.count() > 0) {
                rocks.write(toDisk, batch);
            }
        }
    }

    private void dropOthers(RocksDB rocks) throws RocksDBException {
        for (String name : Set.copyOf(stores.keySet())) {
            if (!options.containsKey(name)) {
                log.info("Store {} in {} is dropped: the task has it no more", name, directory);
                rocks.dropColumnFamily(stores.remove(name));
            }
        }
    }

    private void createMissing(RocksDB rocks) throws RocksDBException {
        for (Map.Entry<String, StoreOptions> store : options.entrySet()) {
            String name = store.getKey();
            if (!stores.containsKey(name)) {
                ColumnFamilyOptions chosen = store.getValue().columnFamily();
                ColumnFamilyDescriptor column = new ColumnFamilyDescriptor(columnName(name), chosen);
                stores.put(name, handles.keep(rocks.createColumnFamily(column)));
            }
        }
    }

    private static Map<TopicPartition, Long> storedOffsets(RocksDB rocks) throws RocksDBException {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try (RocksIterator rows = rocks.newIterator()) {
            for (rows.seekToFirst(); rows.isValid(); rows.next()) {
                if (!PositionRow.is(rows.key())) {
                    offsets.put(OffsetRow.changelog(rows.key()), OffsetRow.nextOffset(rows.value()));
                }
            }
            rows.status();
        }
        return offsets;
    }

    private static Map<String, Map<TopicPartition, Long>> storedPositions(RocksDB rocks) throws RocksDBException {
        Map<String, Map<TopicPartition, Long>> positions = new HashMap<>();
        try (RocksIterator rows = rocks.newIterator()) {
            for (rows.seekToFirst(); rows.isValid(); rows.next()) {
                if (PositionRow.is(rows.key())) {
                    positions.put(PositionRow.storeName(rows.key()), PositionRow.offsets(rows.value()));
                }
            }
            rows.status();
        }
        return positions;
    }

    /** Stores are set apart from the default column family, which a store's name could otherwise hit. */
    private static byte[] columnName(String storeName) {
        return (STORE_PREFIX + storeName).getBytes(UTF_8);
    }

    private static String storeName(byte[] columnName) {
        String name = new String(columnName, UTF_8);
        return name.startsWith(STORE_PREFIX) ? name.substring(STORE_PREFIX.length()) : NO_STORE;
    }
}
