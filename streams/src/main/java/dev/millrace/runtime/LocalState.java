package dev.millrace.runtime;

import dev.millrace.engine.task.TaskStates;
import dev.millrace.engine.time.Clock;
import dev.millrace.rocksdb.RocksDatabases;
import dev.millrace.state.RecordOrigin;
import dev.millrace.state.TaskState;
import dev.millrace.state.database.StateDatabase;
import dev.millrace.state.database.StateDatabases;
import dev.millrace.state.directory.StateDirectory;
import dev.millrace.state.directory.TaskDirectory;
import dev.millrace.state.memory.MemoryDatabase;
import dev.millrace.state.overlay.MemoryBudget;
import dev.millrace.state.task.StorePlacement;
import dev.millrace.state.task.TaskStores;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.errors.LockException;
import dev.millrace.streams.errors.ProcessorStateException;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.state.RocksDBConfigSetter;
import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.plan.Plan;
import dev.millrace.topology.plan.Subtopology;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * The local content of an instance's stores: who may have it, which database holds it, and how much memory it may take.
 *
 * <p>There is a directory only if some store survives the process; without one any number of processes may share a
 * {@code state.dir}. Safe for any thread; what it makes belongs to who asked for it.
 */
final class LocalState implements TaskStates, AutoCloseable {
    private static final TaskId GLOBAL = new TaskId(-1, -1);
    private static final int OVERLAY_SHARE = 4;
    private static final int RESTORE_SHARE = 8;
    private static final long NATIVE_BYTES = 256L << 20;
    private static final long WRITE_BUFFER_BYTES = 96L << 20;

    private final Placements placements;
    private final @Nullable Disk disk;
    private final StoreWriters writers;
    private final MemoryBudget budget;
    private final UUID processId;
    private final Path applicationDir;
    private final Logger log;
    private final Map<TaskId, TaskDirectory> owned = new ConcurrentHashMap<>();
    private final Map<TaskId, Long> changelogOffsets = new ConcurrentHashMap<>();

    private LocalState(
            StreamsConfig config,
            long cacheBytes,
            Placements placements,
            @Nullable Disk disk,
            StoreWriters writers,
            Logger log) {
        this.placements = placements;
        this.disk = disk;
        this.writers = writers;
        this.applicationDir = stateDir(config).resolve(config.getString(StreamsConfig.APPLICATION_ID_CONFIG));
        this.budget = new MemoryBudget(Runtime.getRuntime().maxMemory() / OVERLAY_SHARE, cacheBytes);
        this.processId = disk == null ? UUID.randomUUID() : disk.directory().processId();
        this.log = log;
    }

    /** Opens the state directory if the plan needs one. */
    static LocalState open(StreamsConfig config, long cacheBytes, Plan plan, Clock clock, Logger log) {
        Placements placements = new Placements(plan);
        StoreWriters writers =
                new StoreWriters(plan.applicationId(), config.getInt(StreamsConfig.NUM_STREAM_THREADS_CONFIG));
        Disk disk = placements.anyPersistent() ? openDisk(config, plan, clock, writers, log) : null;
        return new LocalState(config, cacheBytes, placements, disk, writers, log);
    }

    private static Disk openDisk(StreamsConfig config, Plan plan, Clock clock, StoreWriters writers, Logger log) {
        StateDirectory directory = openDirectory(config, plan, clock, log);
        return new Disk(
                directory,
                new RocksDatabases(
                        NATIVE_BYTES, WRITE_BUFFER_BYTES, configSetters(config), config.originals(), writers, log));
    }

    private static StateDirectory openDirectory(StreamsConfig config, Plan plan, Clock clock, Logger log) {
        return StateDirectory.open(
                stateDir(config),
                config.getBoolean(StreamsConfig.ALLOW_OS_GROUP_WRITE_ACCESS_CONFIG),
                plan.applicationId(),
                UUID::randomUUID,
                clock::nowMs,
                log);
    }

    /** Deletes the local content of all tasks that nobody owns. */
    static void removeAll(StreamsConfig config, Plan plan, Clock clock, Logger log) {
        if (new Placements(plan).anyPersistent()) {
            try (StateDirectory directory = openDirectory(config, plan, clock, log)) {
                directory.removeAll();
            }
        }
    }

    private static Path stateDir(StreamsConfig config) {
        return Path.of(config.getString(StreamsConfig.STATE_DIR_CONFIG));
    }

    private static @Nullable Supplier<RocksDBConfigSetter> configSetters(StreamsConfig config) {
        return config.getClass(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG) == null
                ? null
                : () -> config.getConfiguredInstance(
                        StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDBConfigSetter.class);
    }

    /** Identifies the instance, across restarts if it has a directory. */
    UUID processId() {
        return processId;
    }

    /** How much heap content that is being restored may take before it is written; its overlays take none then. */
    long restoreBytes() {
        return Runtime.getRuntime().maxMemory() / RESTORE_SHARE;
    }

    /** The directory, null if no store survives the process. */
    @Nullable
    StateDirectory directory() {
        return disk == null ? null : disk.directory();
    }

    // ---- who has it ----

    /** Makes the caller the owner of a task's content until {@link #release}. */
    void acquire(TaskId id) {
        if (disk != null) {
            owned.put(id, disk.directory().acquire(id));
        }
    }

    private void acquireGlobal() {
        if (disk != null && !owned.containsKey(GLOBAL)) {
            owned.put(GLOBAL, disk.directory().acquireGlobal());
        }
    }

    /** The content is closed: others may have it. */
    void release(TaskId id) {
        TaskDirectory home = owned.remove(id);
        if (home != null) {
            home.close();
        }
    }

    /** Deletes the content of a task that the caller owns, and that is closed. */
    void discard(TaskId id) {
        changelogOffsets.remove(id);
        TaskDirectory home = owned.get(id);
        if (home != null) {
            home.discardDatabase();
        }
    }

    void discardGlobal() {
        discard(GLOBAL);
    }

    /** The directory of a task's files. */
    File directoryOf(TaskId id) {
        TaskDirectory home = owned.get(id);
        String name = id.equals(GLOBAL) ? "global" : id.toString();
        return (home == null ? applicationDir.resolve(name) : home.path()).toFile();
    }

    // ---- what is in it ----

    @Override
    public TaskState create(TaskId id, Subtopology subtopology, RecordOrigin origin) {
        return stores(id, placements.of(id, subtopology), origin);
    }

    @Override
    public TaskState createGlobal(
            List<GlobalStoreDefinition> stores, Collection<TopicPartition> inputs, RecordOrigin origin) {
        acquireGlobal();
        return stores(GLOBAL, placements.ofGlobal(stores, inputs), origin);
    }

    private TaskState stores(TaskId id, List<StorePlacement> stores, RecordOrigin origin) {
        StateDatabase inMemory = new MemoryDatabase(writers);
        List<StorePlacement> persistent = placements.persistent(stores);
        StateDatabase durable =
                disk == null || persistent.isEmpty() ? inMemory : disk.open(home(id), persistent, offsetsOf(id));
        return new TaskStores(stores, durable, inMemory, origin, budget);
    }

    private TaskDirectory home(TaskId id) {
        return Objects.requireNonNull(owned.get(id), () -> "task " + id + " is not owned");
    }

    private LongConsumer offsetsOf(TaskId id) {
        return sum -> changelogOffsets.put(id, sum);
    }

    /** For each task with content here: how many changelog records are in it, as its last owner here left it. */
    Map<TaskId, Long> changelogOffsets() {
        Map<TaskId, Long> offsets = new HashMap<>(changelogOffsets);
        offsets.remove(GLOBAL);
        return offsets;
    }

    /** Deletes the content of tasks that nobody here has had for {@code delayMs}. */
    void removeObsolete(long delayMs) {
        if (disk != null && disk.directory().removeObsolete(delayMs) > 0) {
            Set<TaskId> left = Set.copyOf(disk.directory().tasks());
            changelogOffsets.keySet().removeIf(task -> !left.contains(task));
        }
    }

    /** Looks at what an earlier process left. */
    void survey() {
        if (disk != null) {
            for (TaskId id : disk.directory().tasks()) {
                placements.subtopologyOf(id).forEach(subtopology -> survey(disk, id, placements.of(id, subtopology)));
            }
        }
    }

    private void survey(Disk disk, TaskId id, List<StorePlacement> stores) {
        List<StorePlacement> persistent = placements.persistent(stores);
        if (persistent.isEmpty()) {
            return;
        }
        try {
            acquire(id);
        } catch (LockException ownedByAnotherInstance) {
            return;
        }
        try {
            disk.open(home(id), persistent, offsetsOf(id)).close();
        } catch (ProcessorStateException unreadable) {
            log.warn("The local content of task {} cannot be read", id, unreadable);
        } finally {
            release(id);
        }
    }

    @Override
    public void close() {
        release(GLOBAL);
        if (disk != null) {
            disk.databases().close();
            disk.directory().close();
        }
        writers.close();
    }

    /** What survives the process. */
    private record Disk(StateDirectory directory, StateDatabases databases) {

        /** A task's database; on closing it tells how many changelog records it contains. */
        StateDatabase open(TaskDirectory home, List<StorePlacement> stores, LongConsumer onClose) {
            List<String> names = new ArrayList<>();
            Map<String, String> topics = new HashMap<>();
            for (StorePlacement store : stores) {
                String name = store.builder().name();
                names.add(name);
                store.restoredFrom().forEach(partition -> topics.put(name, partition.topic()));
            }
            return new WatchedDatabase(databases.open(home.database(), names, topics), onClose);
        }
    }
}
