package dev.millrace.streams.kstream;

/**
 * Makes the aggregate that stands for no records at all.
 *
 * @param <VAgg> the type of the aggregate
 */
@FunctionalInterface
public interface Initializer<VAgg> {

    /** A new aggregate. */
    VAgg apply();
}
