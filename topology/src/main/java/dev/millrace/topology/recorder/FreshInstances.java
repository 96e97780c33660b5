package dev.millrace.topology.recorder;

import java.util.Objects;
import java.util.function.Supplier;

/** The check that a supplier makes a new processor each time: tasks run in parallel and must not share one. */
public final class FreshInstances {
    private FreshInstances() {}

    /** Fails if the supplier returns the same object twice. */
    public static void check(Supplier<?> supplier) {
        Objects.requireNonNull(supplier, "processorSupplier cannot be null");
        Object first = supplier.get();
        Object second = supplier.get();
        if (first == second) {
            String name = supplier.getClass().getName();
            throw new IllegalArgumentException("The supplier " + name + " generates a single reference; " + name
                    + "#get() must return a new object each time it is called");
        }
    }
}
