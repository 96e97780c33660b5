package dev.millrace.runtime;

import dev.millrace.engine.assign.ShareMessage;
import dev.millrace.engine.worker.Worker;
import dev.millrace.engine.worker.WorkerListener;
import dev.millrace.engine.worker.WorkerPhase;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.errors.StreamsUncaughtExceptionHandler;
import dev.millrace.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;

/**
 * Watches the workers of an instance: what they do decides the state of the instance, and when one fails the application's
 * handler decides how to go on. Called on the workers' threads.
 */
final class Overseer implements WorkerListener {
    private final LifeCycle life;
    private final Crew crew;
    private final Ending ending;
    private final Consumer<ShareMessage> onGroupChange;
    private final Logger log;
    private final Set<Worker> endingApplication = ConcurrentHashMap.newKeySet();
    private final AtomicLong failedWorkers = new AtomicLong();
    private volatile StreamsUncaughtExceptionHandler handler = failure -> StreamThreadExceptionResponse.SHUTDOWN_CLIENT;

    Overseer(LifeCycle life, Crew crew, Ending ending, Consumer<ShareMessage> onGroupChange, Logger log) {
        this.life = life;
        this.crew = crew;
        this.ending = ending;
        this.onGroupChange = onGroupChange;
        this.log = log;
    }

    void setHandler(StreamsUncaughtExceptionHandler handler) {
        this.handler = handler;
    }

    /** How many workers have failed so far. */
    long failedWorkers() {
        return failedWorkers.get();
    }

    // ---- states ----

    @Override
    public void phaseChanged(Worker worker, WorkerPhase from, WorkerPhase to) {
        log.info("{}: {} -> {}", worker.name(), from, to);
        switch (to) {
            case PARTITIONS_REVOKED, PARTITIONS_ASSIGNED -> life.advance(State.REBALANCING);
            case RUNNING -> settle();
            case DEAD -> buried(worker);
            default -> {}
        }
    }

    private void buried(Worker worker) {
        crew.gone(worker);
        if (endingApplication.remove(worker)) {
            ending.beginAfterFailure();
        } else {
            settle();
        }
    }

    /** Running is what the instance does when all its workers do. */
    private void settle() {
        synchronized (this) {
            boolean all = crew.workers().stream().allMatch(worker -> worker.phase() == WorkerPhase.RUNNING);
            if (all) {
                life.change(State.RUNNING);
            }
        }
        life.tell();
    }

    @Override
    public void groupChanged(ShareMessage message) {
        onGroupChange.accept(message);
        if (message.problem() == ShareMessage.Problem.SHUTDOWN) {
            log.error("A member of the group asked for the end of the whole application");
            ending.beginAfterFailure();
        }
    }

    // ---- failures ----

    @Override
    public boolean failed(Worker worker, Throwable failure) {
        failedWorkers.incrementAndGet();
        log.error("{} failed", worker.name(), failure);
        if (life.state().hasStartedOrFinishedShuttingDown()) {
            return false;
        }
        StreamThreadExceptionResponse answer = ask(failure);
        log.warn("{}: the answer to its failure is {}", worker.name(), answer);
        switch (answer) {
            case REPLACE_THREAD -> replace();
            case SHUTDOWN_CLIENT -> ending.beginAfterFailure();
            case SHUTDOWN_APPLICATION -> endingApplication.add(worker);
        }
        return answer == StreamThreadExceptionResponse.SHUTDOWN_APPLICATION;
    }

    /**
     * The global worker failed. It cannot be replaced, so the instance ends; and as it is no member of the group, the others
     * ask for the end of the application.
     */
    void globalFailed(Throwable failure) {
        log.error("The worker of the global stores failed", failure);
        if (!life.state().hasStartedOrFinishedShuttingDown()) {
            switch (ask(failure)) {
                case SHUTDOWN_APPLICATION -> crew.workers().forEach(Worker::endApplication);
                case REPLACE_THREAD ->
                    log.warn("The worker of the global stores cannot be replaced: the client is shut down");
                case SHUTDOWN_CLIENT -> {}
            }
            ending.beginAfterFailure();
        }
    }

    private StreamThreadExceptionResponse ask(Throwable failure) {
        try {
            StreamThreadExceptionResponse answer = handler.handle(failure);
            if (answer != null) {
                return answer;
            }
            log.error("The uncaught exception handler answered null; the client is shut down");
        } catch (RuntimeException handlerFailure) {
            log.error("The uncaught exception handler failed; the client is shut down", handlerFailure);
        }
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void replace() {
        try {
            crew.hire();
        } catch (RuntimeException failure) {
            log.error("The failed worker could not be replaced; the client is shut down", failure);
            ending.beginAfterFailure();
        }
    }
}
