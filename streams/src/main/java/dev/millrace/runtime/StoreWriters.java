package dev.millrace.runtime;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that write to databases what tasks have committed, while the stream threads go on: as many as a task of each of those has
 * databases. Where all are busy, the stream thread writes itself. Idle ones end. Safe for any thread.
 */
final class StoreWriters implements Executor, AutoCloseable {
    private static final int IDLE_SECONDS = 10;

    /** One that survives the process, and one that does not. */
    private static final int DATABASES = 2;

    private final ThreadPoolExecutor threads;

    StoreWriters(String applicationId, int streamThreads) {
        this.threads = new ThreadPoolExecutor(
                0,
                DATABASES * Math.max(1, streamThreads),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                write -> writer(write, applicationId),
                new ThreadPoolExecutor.CallerRunsPolicy());
    }

    private static Thread writer(Runnable write, String applicationId) {
        Thread thread = new Thread(write, applicationId + "-StoreWriter");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void execute(Runnable write) {
        threads.execute(write);
    }

    /** Nothing may be written any more. */
    @Override
    public void close() {
        threads.shutdown();
    }
}
