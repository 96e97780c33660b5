package dev.millrace.runtime;

import dev.millrace.engine.worker.GlobalWorker;
import dev.millrace.engine.worker.GlobalWorkerListener;
import dev.millrace.streams.errors.StreamsException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The global worker of an instance on its thread. Safe for any thread. */
final class GlobalThread implements GlobalWorkerListener {
    private final CompletableFuture<@Nullable Void> caughtUp = new CompletableFuture<>();
    private final Consumer<Throwable> onFailure;
    private final GlobalWorker worker;
    private final Thread thread;

    /**
     * @param workers makes the worker that this listens to
     * @param onFailure told if the worker fails after it has caught up
     */
    GlobalThread(Function<GlobalWorkerListener, GlobalWorker> workers, Consumer<Throwable> onFailure) {
        this.onFailure = onFailure;
        this.worker = workers.apply(this);
        this.thread = new Thread(worker, worker.name());
    }

    GlobalWorker worker() {
        return worker;
    }

    /** Starts, and returns when the stores contain what is in their topics, or when it was stopped. */
    void startAndCatchUp() {
        thread.start();
        try {
            caughtUp.join();
        } catch (CompletionException failed) {
            throw new StreamsException("The global stores cannot be filled: " + failed.getCause(), failed.getCause());
        }
    }

    /** Stops; the thread that is returned ends soon. */
    Thread stop() {
        worker.stop();
        caughtUp.complete(null);
        return thread;
    }

    boolean isCaller() {
        return Thread.currentThread() == thread;
    }

    @Override
    public void caughtUp() {
        caughtUp.complete(null);
    }

    @Override
    public void failed(Throwable failure) {
        if (!caughtUp.completeExceptionally(failure)) {
            onFailure.accept(failure);
        }
    }
}
