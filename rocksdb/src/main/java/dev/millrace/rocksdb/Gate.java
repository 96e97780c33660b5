package dev.millrace.rocksdb;

import dev.millrace.streams.errors.InvalidStateStoreException;
import java.util.concurrent.locks.StampedLock;

/**
 * Keeps native memory from being used after it was freed: callers pass in and out, and closing waits until nobody is inside.
 *
 * <p>Not reentrant: who is inside must not enter again, because a close that waits in between would block both for ever.
 */
final class Gate {
    private final StampedLock lock = new StampedLock();
    private boolean closed;

    /** Enters; give the result to {@link #leave}. {@code what} is named if the gate is closed. */
    long enter(Object what) {
        long stamp = enterIfOpen();
        if (stamp == 0) {
            throw new InvalidStateStoreException(what + " is closed");
        }
        return stamp;
    }

    /** Enters, or gives 0 if the gate is closed. */
    long enterIfOpen() {
        long stamp = lock.readLock();
        if (closed) {
            lock.unlockRead(stamp);
            return 0;
        }
        return stamp;
    }

    void leave(long stamp) {
        lock.unlockRead(stamp);
    }

    /** Closes for good, once nobody is inside; false if it was closed before. */
    boolean close() {
        long stamp = lock.writeLock();
        try {
            boolean first = !closed;
            closed = true;
            return first;
        } finally {
            lock.unlockWrite(stamp);
        }
    }
}
