package dev.millrace.state.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * The last commit of a database, which another thread may still be writing while its task goes on.
 *
 * <p>The idea. A quarter of a busy task's time went into handing its rows to its database, and for most of its records it has all
 * it needs in memory. So a commit only starts the writing, and whoever looks at the database - a reader, the next commit,
 * the end - waits until it is done: nobody can tell that it was not done at once. It fails like any write, but in the hands of who
 * comes next, and from then on of everybody. A process that is killed meanwhile restarts from the commit before and replays the changelogs
 * from there, as if it had been killed just before the write.
 *
 * <p>Started by the thread that owns the task, awaited by any thread.
 */
public final class PendingWrite {
    private final Executor executor;
    private volatile CompletableFuture<Void> latest = CompletableFuture.completedFuture(null);

    /**
     * Nothing is being written yet.
     *
     * @param executor whose threads write; one that runs at once what it is given makes its caller wait for each write
     */
    public PendingWrite(Executor executor) {
        this.executor = executor;
    }

    /** Starts a write when the one before is done. */
    public void start(Runnable write) {
        await();
        latest = CompletableFuture.runAsync(write, executor);
    }

    /** Waits until nothing is being written; throws what the last write failed with. */
    public void await() {
        try {
            latest.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
