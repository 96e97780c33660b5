package dev.millrace.rocksdb;

import dev.millrace.state.database.StateDatabase;
import dev.millrace.state.database.StateDatabases;
import dev.millrace.streams.state.RocksDBConfigSetter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/** Databases on RocksDB that share one budget of native memory. Close them all before this. */
public final class RocksDatabases implements StateDatabases {
    private final NativeMemory memory;
    private final Tuning tuning;
    private final Executor writers;
    private final Logger log;

    /**
     * Reserves nothing yet; memory is taken as it is used.
     *
     * @param totalBytes native memory for everything
     * @param writeBufferBytes how much of that may be write buffers, which become tables when they are full
     * @param setters makes the user's config setter, one per store; null if there is none
     * @param configs what the setter is told
     * @param writers runs what writes commits; it may be the thread that commits
     */
    public RocksDatabases(
            long totalBytes,
            long writeBufferBytes,
            @Nullable Supplier<RocksDBConfigSetter> setters,
            Map<String, Object> configs,
            Executor writers,
            Logger log) {
        this.memory = new NativeMemory(totalBytes, writeBufferBytes);
        this.tuning = new Tuning(memory, setters, configs);
        this.writers = writers;
        this.log = log;
    }

    @Override
    public StateDatabase open(Path directory, Collection<String> storeNames, Map<String, String> changelogTopics) {
        return new Opening(directory, tuning, memory.writeBuffers(), writers, log).open(storeNames, changelogTopics);
    }

    /** Native memory in use by all databases. */
    public long usedBytes() {
        return memory.usedBytes();
    }

    @Override
    public void close() {
        memory.close();
    }
}
