package dev.millrace.engine.worker;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * Says which of a worker's tasks writes to its database with a commit, though it could wait.
 *
 * <p>With time to spare one of them does, with each commit: little and often delays records less than all at once. Without, writing
 * waits for as long as it may, since most of what would be written is soon overwritten.
 *
 * @param <T> what writes: tasks
 */
final class WriteTurns<T> {
    private static final long LEAST_INTERVAL_MS = 1_000;

    private final ToLongFunction<T> writtenMs;
    private boolean timeToSpare;

    /** @param writtenMs when one wrote last */
    WriteTurns(ToLongFunction<T> writtenMs) {
        this.writtenMs = writtenMs;
    }

    /** The worker had nothing to do. */
    void idle() {
        timeToSpare = true;
    }

    /** The one that is to write with a commit of these, which have something to write: of those that did not of late, the first. */
    Optional<T> next(Collection<T> changed, long nowMs) {
        boolean anyMay = timeToSpare;
        timeToSpare = false;
        return changed.stream()
                .filter(task -> anyMay && writtenMs.applyAsLong(task) <= nowMs - LEAST_INTERVAL_MS)
                .min(Comparator.comparingLong(writtenMs));
    }
}
