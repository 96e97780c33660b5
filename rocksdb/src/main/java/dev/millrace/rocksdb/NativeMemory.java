package dev.millrace.rocksdb;

import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.Filter;
import org.rocksdb.LRUCache;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * The native memory that all databases share: blocks, their indexes and filters, and write buffers.
 *
 * <pre>
 *   |------------------------ totalBytes: the cache ------------------------|
 *   |--- writeBufferBytes ---|--- blocks, indexes and filters of tables ----|
 * </pre>
 *
 * <p>Write buffers are charged to the cache, so the sum is bounded by its size. The bound is soft: one commit, and blocks that
 * cursors stand on, may exceed it for a moment.
 */
final class NativeMemory implements AutoCloseable {
    private static final double FILTER_BITS_PER_KEY = 10;

    static {
        RocksDB.loadLibrary();
    }

    private final Handles handles = new Handles();
    private final Cache cache;
    private final WriteBufferManager earlyFlushes;
    private final WriteBuffers writeBuffers;
    private final Filter filter;

    NativeMemory(long totalBytes, long writeBufferBytes) {
        if (writeBufferBytes <= 0 || writeBufferBytes >= totalBytes) {
            throw new IllegalArgumentException("native memory of " + totalBytes + " bytes cannot hold write buffers of "
                    + writeBufferBytes + " bytes: they must be more than nothing and less than all of it");
        }
        this.cache = handles.keep(new LRUCache(totalBytes));
        this.earlyFlushes = handles.keep(new WriteBufferManager(writeBufferBytes, cache));
        this.writeBuffers = new WriteBuffers(writeBufferBytes);
        this.filter = handles.keep(new BloomFilter(FILTER_BITS_PER_KEY));
    }

    Cache cache() {
        return cache;
    }

    /** Charges write buffers to the cache, and makes RocksDB flush early what it is writing to. */
    WriteBufferManager earlyFlushes() {
        return earlyFlushes;
    }

    WriteBuffers writeBuffers() {
        return writeBuffers;
    }

    /** Says of most keys that are not in a table that they are not, without reading it. */
    Filter filter() {
        return filter;
    }

    /** How much is in use. */
    long usedBytes() {
        return cache.getUsage();
    }

    @Override
    public void close() {
        handles.close();
    }
}
