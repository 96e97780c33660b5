package dev.millrace.rocksdb;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Native objects that must be freed, the last one kept first, whatever goes wrong on the way. */
final class Handles implements AutoCloseable {
    private final Deque<AutoCloseable> kept = new ArrayDeque<>();

    <T extends AutoCloseable> T keep(T handle) {
        kept.push(handle);
        return handle;
    }

    @Override
    public void close() {
        RuntimeException first = null;
        while (!kept.isEmpty()) {
            first = free(kept.pop(), first);
        }
        if (first != null) {
            throw first;
        }
    }

    private static @Nullable RuntimeException free(AutoCloseable handle, @Nullable RuntimeException first) {
        try {
            handle.close();
            return first;
        } catch (Exception failed) {
            if (first == null) {
                return new IllegalStateException("Freeing " + handle + " failed", failed);
            }
            first.addSuppressed(failed);
            return first;
        }
    }
}
