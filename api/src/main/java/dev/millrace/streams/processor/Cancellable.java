package dev.millrace.streams.processor;

/** A scheduled call that can be called off. */
@FunctionalInterface
public interface Cancellable {

    /** Calls it off: it does not happen again. More calls have no effect. */
    void cancel();
}
