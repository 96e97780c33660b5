package dev.millrace.streams.processor;

@FunctionalInterface
public interface Cancellable {

    void cancel();
}
