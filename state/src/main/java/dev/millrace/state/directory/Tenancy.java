package dev.millrace.state.directory;

import dev.millrace.streams.errors.LockException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;

/**
 * This process's use of one application's directory, shared by all its instances: one lock against other processes, and
 * inside this one who owns which task.
 *
 * <p>It has to be found by path across instances that know nothing of each other, hence the static map.
 */
final class Tenancy {
    private static final Map<Path, Tenancy> TENANCIES = new HashMap<>();

    private final Path root;
    private final ProcessLock lock;
    private final Set<String> owned = new HashSet<>();
    private final BitSet seats = new BitSet();
    private int instances;

    private Tenancy(Path root) {
        this.root = root;
        this.lock = ProcessLock.take(root);
    }

    /** Joins the tenancy of this process in {@code root}, a real path, or begins it. */
    static Tenancy enter(Path root) {
        synchronized (TENANCIES) {
            Tenancy tenancy = TENANCIES.get(root);
            if (tenancy == null) {
                tenancy = begin(root);
                TENANCIES.put(root, tenancy);
            }
            tenancy.instances++;
            return tenancy;
        }
    }

    private static Tenancy begin(Path root) {
        Tenancy tenancy = new Tenancy(root);
        try {
            LayoutVersion.check(root);
            Folders.finishDeletions(root);
            return tenancy;
        } catch (RuntimeException failed) {
            tenancy.lock.close();
            throw failed;
        }
    }

    void leave() {
        synchronized (TENANCIES) {
            instances--;
            if (instances == 0) {
                TENANCIES.remove(root);
                lock.close();
            }
        }
    }

    /** Gives an instance a place of its own, and with it a process id that is the same after a restart. */
    synchronized Seat takeSeat(Supplier<UUID> uuids, Logger log) {
        int number = seats.nextClearBit(0);
        UUID processId = ProcessIds.at(root, number, uuids, log);
        seats.set(number);
        return new Seat(number, processId);
    }

    void own(String name) {
        if (!tryOwn(name)) {
            throw new LockException(root.resolve(name) + " is owned by another instance or thread of this process; "
                    + "try again when that one has closed the task");
        }
    }

    synchronized boolean tryOwn(String name) {
        return owned.add(name);
    }

    synchronized void disown(String name) {
        owned.remove(name);
    }

    /** The place of one instance among those of this process. */
    final class Seat {
        private final int number;
        private final UUID processId;

        private Seat(int number, UUID processId) {
            this.number = number;
            this.processId = processId;
        }

        UUID processId() {
            return processId;
        }

        void leave() {
            synchronized (Tenancy.this) {
                seats.clear(number);
            }
        }
    }
}
