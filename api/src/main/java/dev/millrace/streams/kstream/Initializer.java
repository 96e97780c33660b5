package dev.millrace.streams.kstream;

@FunctionalInterface
public interface Initializer<VAgg> {

    VAgg apply();
}
