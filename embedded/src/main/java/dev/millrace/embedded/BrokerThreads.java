package dev.millrace.embedded;

import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;

/**
 * The group all threads of one broker are born into, by which a fault of the broker is told from the host's own doings.
 *
 * <p>Where Kafka finds that it cannot go on it ends its process. That process is the user's here, so the way out is
 * barred to these threads: the attempt becomes a failure of this broker and an error in the thread. Threads of the host
 * leave through the same exit as ever.
 */
final class BrokerThreads extends ThreadGroup {
    private final Faults faults;

    BrokerThreads(String name, Faults faults) {
        super(name);
        this.faults = faults;
        Exit.setExitProcedure((status, reason) -> leave(status, reason, Runtime.getRuntime()::exit));
        Exit.setHaltProcedure((status, reason) -> leave(status, reason, Runtime.getRuntime()::halt));
    }

    private static void leave(int status, @Nullable String reason, IntConsumer exit) {
        BrokerThreads broker = ofCurrentThread();
        if (broker == null) {
            exit.accept(status);
        } else {
            throw new ThreadEnd(broker.faults.processEnd(status, reason));
        }
    }

    private static @Nullable BrokerThreads ofCurrentThread() {
        ThreadGroup group = Thread.currentThread().getThreadGroup();
        while (group != null && !(group instanceof BrokerThreads)) {
            group = group.getParent();
        }
        return (BrokerThreads) group;
    }

    /** Runs something of the broker's in this group, so that the threads it starts belong here too. */
    CompletableFuture<Void> run(String name, Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(this, () -> complete(done, work), name);
        thread.setDaemon(true);
        thread.start();
        return done;
    }

    private static void complete(CompletableFuture<Void> done, Runnable work) {
        try {
            work.run();
            done.complete(null);
        } catch (Throwable e) { // whatever it is, the thread that waits is the one to see it
            done.completeExceptionally(e);
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable problem) {
        if (!(problem instanceof ThreadEnd)) {
            faults.uncaught(thread, problem);
        }
    }

    /** What is thrown in place of ending the process; an error, so that nobody on the way mistakes it for his own. */
    private static final class ThreadEnd extends Error {
        ThreadEnd(BrokerException fault) {
            super(fault.getMessage(), fault);
        }
    }
}
