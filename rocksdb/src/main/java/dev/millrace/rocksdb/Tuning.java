package dev.millrace.rocksdb;

import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.state.RocksDBConfigSetter;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.CompressionType;
import org.rocksdb.DBOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.Options;

/**
 * Chooses the options of a database and its stores: ours, then what the user's setter makes of them, then what we rely on.
 *
 * <p>RocksDB separates options of a database from those of a column family; a setter is written as if each store were a
 * database. So it is called per store, what it says about the store stays with the store, and what it says about the database
 * adds up in the order in which the stores are opened.
 */
final class Tuning {
    private static final long WRITE_BUFFER_BYTES = 16L << 20;
    private static final long ARENA_BLOCK_BYTES = 128L << 10;
    private static final double WRITE_BUFFER_FILTER_SHARE = 0.01;
    private static final long LOG_FILE_BYTES = 1L << 20;

    private final NativeMemory memory;
    private final @Nullable Supplier<RocksDBConfigSetter> setters;
    private final Map<String, Object> configs;

    Tuning(NativeMemory memory, @Nullable Supplier<RocksDBConfigSetter> setters, Map<String, Object> configs) {
        this.memory = memory;
        this.setters = setters;
        this.configs = configs;
    }

    /** Options for a database; the caller frees them. */
    @SuppressWarnings("resource") // The setters return the object they were called on.
    DBOptions ofDatabase() {
        return new DBOptions()
                .setCreateIfMissing(true)
                .setWriteBufferManager(memory.earlyFlushes())
                // The threads are shared by all databases of the process; this is how many there may be.
                .setMaxBackgroundJobs(Math.max(2, Runtime.getRuntime().availableProcessors()))
                // Bounds what is read back after a crash. A log lives as long as any store has something in it that is
                // in no
                // table yet, and stores that are seldom written, such as the one of offsets, would keep them all.
                .setMaxTotalWalSize(2 * WRITE_BUFFER_BYTES)
                .setStatsDumpPeriodSec(0)
                .setStatsPersistPeriodSec(0)
                .setSkipStatsUpdateOnDbOpen(true)
                .setInfoLogLevel(InfoLogLevel.WARN_LEVEL)
                .setMaxLogFileSize(LOG_FILE_BYTES)
                .setKeepLogFileNum(2);
    }

    /** Options for what is not a user's store; the caller frees them. */
    @SuppressWarnings("resource")
    ColumnFamilyOptions ofColumnFamily() {
        return hinted().setWriteBufferSize(WRITE_BUFFER_BYTES)
                .setMaxWriteBufferNumber(3)
                // An almost empty store takes one such block; with the default of 1 MB, many stores would use up the
                // budget.
                .setArenaBlockSize(ARENA_BLOCK_BYTES)
                // Most keys that are asked for are in no write buffer: this says so without a search in each.
                .setMemtableWholeKeyFiltering(true)
                .setMemtablePrefixBloomSizeRatio(WRITE_BUFFER_FILTER_SHARE)
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setTableFormatConfig(table());
    }

    /**
     * Options with which a write buffer looks for the place of a row from where the last one went. Commits come in key order, so
     * that is near, and a search from the top costs twice as much. All keys share one such place: it is kept by prefix, and
     * this is a prefix without length. The Java API has no setter for it.
     */
    private static ColumnFamilyOptions hinted() {
        Properties option = new Properties();
        option.setProperty("memtable_insert_with_hint_prefix_extractor", "fixed:0");
        return Objects.requireNonNull(
                ColumnFamilyOptions.getColumnFamilyOptionsFromProps(option), "RocksDB does not know " + option);
    }

    /** Options for a store, with the user's say. */
    StoreOptions ofStore(String storeName, DBOptions database) {
        try (ColumnFamilyOptions ours = ofColumnFamily()) {
            Options options = new Options(database, ours);
            options.setTableFormatConfig(table());
            RocksDBConfigSetter setter = setters == null ? null : setters.get();
            if (setter != null) {
                apply(setter, storeName, options);
            }
            return new StoreOptions(storeName, options, setter);
        }
    }

    private void apply(RocksDBConfigSetter setter, String storeName, Options options) {
        try {
            setter.setConfig(storeName, options, configs);
        } catch (RuntimeException failed) {
            options.close();
            throw new StreamsException(
                    "rocksdb.config.setter: " + setter.getClass().getName() + " failed for store " + storeName + ": "
                            + failed,
                    failed);
        }
    }

    /** The database's options as the setters left them, with what commits rely on put right; the caller frees them. */
    @SuppressWarnings("resource")
    static DBOptions afterSetters(Options options) {
        return new DBOptions(options)
                .setCreateIfMissing(true)
                .setErrorIfExists(false)
                // Both would let a process that is killed lose, or show half of, what was committed.
                .setManualWalFlush(false)
                .setUnorderedWrite(false);
    }

    private BlockBasedTableConfig table() {
        return new BlockBasedTableConfig()
                .setBlockCache(memory.cache())
                .setFilterPolicy(memory.filter())
                // Without this, indexes and filters are outside the cache and nothing bounds them.
                .setCacheIndexAndFilterBlocks(true)
                .setCacheIndexAndFilterBlocksWithHighPriority(true)
                .setPinL0FilterAndIndexBlocksInCache(true);
    }
}
