package dev.millrace.engine.worker;

import dev.millrace.engine.assign.ShareMessage;

/** Who watches a worker: told on the worker's thread. */
public interface WorkerListener {

    /** The worker came into another phase. */
    void phaseChanged(Worker worker, WorkerPhase from, WorkerPhase to);

    /** The leader's message to the group: who runs what, or that all is to end. */
    void groupChanged(ShareMessage message);

    /**
     * The worker cannot go on; it closes, and {@link WorkerPhase#DEAD} follows.
     *
     * @return whether the worker should ask the group for the end of the whole application before it goes
     */
    boolean failed(Worker worker, Throwable failure);
}
