package dev.millrace.streams.spi;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads durations and instants given by the user as milliseconds, and names the parameter when that fails. */
public final class Milliseconds {
    private Milliseconds() {}

    /**
     * The length of a duration.
     *
     * @throws IllegalArgumentException if it is null or too long for a {@code long} of milliseconds
     */
    public static long of(@Nullable Duration duration, String parameter) {
        if (duration == null) {
            throw missing(parameter);
        }
        try {
            return duration.toMillis();
        } catch (ArithmeticException e) {
            throw tooLarge(parameter, duration, e);
        }
    }

    /**
     * The time of an instant.
     *
     * @throws IllegalArgumentException if it is null or too far away for a {@code long} of milliseconds
     */
    public static long of(@Nullable Instant instant, String parameter) {
        if (instant == null) {
            throw missing(parameter);
        }
        try {
            return instant.toEpochMilli();
        } catch (ArithmeticException e) {
            throw tooLarge(parameter, instant, e);
        }
    }

    private static IllegalArgumentException missing(String parameter) {
        return new IllegalArgumentException("The parameter " + parameter + " must not be null");
    }

    private static IllegalArgumentException tooLarge(String parameter, Object value, ArithmeticException cause) {
        return new IllegalArgumentException(
                "The parameter " + parameter + " is " + value + ", which does not fit into milliseconds", cause);
    }
}
