package dev.millrace.engine.task;

import dev.millrace.state.KeyValueState;
import dev.millrace.streams.processor.StateStore;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The global stores of an instance, as the tasks that look things up in them see them. */
public interface GlobalStores {

    /** What an application without global stores has. */
    GlobalStores NONE = new GlobalStores() {
        @Override
        public @Nullable StateStore store(String name) {
            return null;
        }

        @Override
        public KeyValueState keyValues(String name) {
            throw new IllegalArgumentException("There is no global store " + name);
        }

        /** A lock of the caller's own: nobody has to wait for anybody. */
        @Override
        public Lock readLock() {
            return new ReentrantLock();
        }
    };

    /** A global store as user code sees it, or null if there is none of that name. */
    @Nullable
    StateStore store(String name);

    /** A global store as an operator sees it; fails if it is not a key-value store of ours. */
    KeyValueState keyValues(String name);

    /** Held by whoever reads, for a batch at a time. */
    Lock readLock();
}
