package dev.millrace.engine.worker;

/** Who watches a global worker: told on its thread. */
public interface GlobalWorkerListener {

    /** The stores contain all that was in their topics when the worker started. */
    void caughtUp();

    /** The worker cannot go on; it closes. Comes instead of {@link #caughtUp} or after it. */
    void failed(Throwable failure);
}
