package dev.millrace.runtime;

import dev.millrace.engine.worker.Worker;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The workers of an instance and their threads. Each has a number; a new one takes the lowest that is free. Safe for any
 * thread.
 */
final class Crew {
    private final IntFunction<Worker> workers;
    private final Map<Integer, Hand> hands = new TreeMap<>();
    private final Set<Thread> threads = new HashSet<>();
    private boolean dismissed;

    /** The {@code workers} make the worker of a number. */
    Crew(IntFunction<Worker> workers) {
        this.workers = workers;
    }

    /** Adds a worker and starts its thread; returns null if the crew was dismissed. */
    synchronized @Nullable Worker hire() {
        if (dismissed) {
            return null;
        }
        int number = 1;
        while (hands.containsKey(number)) {
            number++;
        }
        Worker worker = workers.apply(number);
        Thread thread = new Thread(worker, worker.name());
        hands.put(number, new Hand(worker, thread));
        threads.removeIf(old -> !old.isAlive());
        threads.add(thread);
        thread.start();
        return worker;
    }

    /** The workers that have not ended. */
    synchronized List<Worker> workers() {
        return hands.values().stream().map(Hand::worker).toList();
    }

    /** A worker that another thread than the caller's runs, if possible: the one to go if someone must. */
    synchronized @Nullable Worker dispensable() {
        return hands.values().stream()
                .min((one, other) -> Boolean.compare(one.isCurrent(), other.isCurrent()))
                .map(Hand::worker)
                .orElse(null);
    }

    /** The worker has ended: its number is free. */
    synchronized void gone(Worker worker) {
        hands.values().removeIf(hand -> hand.worker() == worker);
    }

    /** Stops all workers; from now on nobody is hired. Returns the threads whose end is to be waited for. */
    synchronized List<Thread> dismiss(@Nullable Boolean leaveGroup) {
        dismissed = true;
        hands.values().forEach(hand -> hand.worker().stop(leaveGroup));
        return List.copyOf(threads);
    }

    /** The thread of a worker that has not ended. */
    synchronized @Nullable Thread threadOf(Worker worker) {
        return hands.values().stream()
                .filter(hand -> hand.worker() == worker)
                .map(Hand::thread)
                .findFirst()
                .orElse(null);
    }

    /** Whether the caller is one of the crew. */
    synchronized boolean includesCaller() {
        return threads.contains(Thread.currentThread());
    }

    private record Hand(Worker worker, Thread thread) {
        boolean isCurrent() {
            return thread == Thread.currentThread();
        }
    }
}
