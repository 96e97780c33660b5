package dev.millrace.streams.processor;

@FunctionalInterface
public interface Punctuator {

    void punctuate(long timestamp);
}
