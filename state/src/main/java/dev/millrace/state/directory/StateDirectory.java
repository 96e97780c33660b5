package dev.millrace.state.directory;

import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.processor.TaskId;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * The directory of one application's state, as one instance uses it.
 *
 * <p>Two processes must not share it, and the operating system's lock keeps the second one out. Instances inside one process
 * may: a task's directory has one owner at a time, and each instance has a process id of its own.
 */
public final class StateDirectory implements AutoCloseable {
    private static final String GLOBAL = "global";

    private final Path path;
    private final Folders folders;
    private final Tenancy tenancy;
    private final Tenancy.Seat seat;
    private final LongSupplier nowMs;
    private final Logger log;
    private final Set<TaskDirectory> owned = ConcurrentHashMap.newKeySet();
    private boolean closed;

    private StateDirectory(
            Path path, Folders folders, Tenancy tenancy, Tenancy.Seat seat, LongSupplier nowMs, Logger log) {
        this.path = path;
        this.folders = folders;
        this.tenancy = tenancy;
        this.seat = seat;
        this.nowMs = nowMs;
        this.log = log;
    }

    /**
     * Opens the directory, creating it if need be.
     *
     * @param stateDir the setting {@code state.dir}
     * @param groupMayWrite the setting {@code allow.os.group.write.access}
     * @param uuids where a new process id comes from
     * @throws StreamsException if the directory cannot be used, or another process uses it
     */
    public static StateDirectory open(
            Path stateDir,
            boolean groupMayWrite,
            String applicationId,
            Supplier<UUID> uuids,
            LongSupplier nowMs,
            Logger log) {
        Folders folders = new Folders(groupMayWrite);
        Path path = folders.createUsable(stateDir, applicationId);
        Tenancy tenancy = Tenancy.enter(Folders.realPath(path));
        try {
            return new StateDirectory(path, folders, tenancy, tenancy.takeSeat(uuids, log), nowMs, log);
        } catch (RuntimeException failed) {
            tenancy.leave();
            throw failed;
        }
    }

    /** The application's directory. */
    public Path path() {
        return path;
    }

    /** Identifies this instance, across restarts in the same directory. */
    public UUID processId() {
        return seat.processId();
    }

    /**
     * Makes the caller the owner of a task's directory, until it closes what it is given.
     *
     * @throws dev.millrace.streams.errors.LockException if it has an owner; try again when that one has let go
     */
    public TaskDirectory acquire(TaskId task) {
        return acquire(task.toString());
    }

    /** The same for the directory of the global stores. */
    public TaskDirectory acquireGlobal() {
        return acquire(GLOBAL);
    }

    /** The tasks that have a directory here, whoever owns it. */
    public List<TaskId> tasks() {
        return Folders.children(path).stream()
                .filter(StateDirectory::isTask)
                .map(folder -> TaskId.parse(folder.getFileName().toString()))
                .sorted()
                .toList();
    }

    /** Deletes the directories of tasks that nobody has owned for {@code delayMs}; says how many. */
    public int removeObsolete(long delayMs) {
        requireOpen();
        long obsoleteMs = nowMs.getAsLong() - delayMs;
        int removed = 0;
        for (Path folder : Folders.children(path)) {
            if (isTask(folder) && Folders.lastUsedMs(folder) <= obsoleteMs && remove(folder)) {
                log.info("Deleted {}: nobody has used it for at least {} ms", folder, delayMs);
                removed++;
            }
        }
        return removed;
    }

    /** Deletes the state of all tasks and global stores, except of those that somebody owns. */
    public void removeAll() {
        requireOpen();
        for (Path folder : Folders.children(path)) {
            boolean state = isTask(folder) || folder.getFileName().toString().equals(GLOBAL);
            if (state && !remove(folder)) {
                log.warn("Kept {}: an instance of this process is using it", folder);
            }
        }
    }

    /** Lets go of everything. Whoever still owns a task's directory has forgotten to close it, which is logged. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        for (TaskDirectory forgotten : owned) {
            log.warn("{} was still owned when its instance was closed", forgotten.path());
            forgotten.close();
        }
        seat.leave();
        tenancy.leave();
    }

    private synchronized TaskDirectory acquire(String name) {
        requireOpen();
        tenancy.own(name);
        try {
            Path folder = path.resolve(name);
            folders.create(folder);
            TaskDirectory directory = new TaskDirectory(folder, this::release);
            owned.add(directory);
            return directory;
        } catch (RuntimeException failed) {
            tenancy.disown(name);
            throw failed;
        }
    }

    private void release(TaskDirectory directory) {
        if (owned.remove(directory)) {
            Folders.markUsed(directory.path(), nowMs.getAsLong());
            tenancy.disown(directory.path().getFileName().toString());
        }
    }

    private synchronized void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the state directory " + path + " is closed; open it again");
        }
    }

    private boolean remove(Path folder) {
        String name = folder.getFileName().toString();
        if (!tenancy.tryOwn(name)) {
            return false;
        }
        try {
            Folders.delete(folder);
            return true;
        } finally {
            tenancy.disown(name);
        }
    }

    private static boolean isTask(Path folder) {
        return folder.getFileName().toString().matches("\\d+_\\d+");
    }
}
