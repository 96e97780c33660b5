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
            throw new IllegalArgumentException("The supplier " + name + " gave the same object twice, but every task"
                    + " needs one of its own: let its method get make a new one");
        }
    }
}
