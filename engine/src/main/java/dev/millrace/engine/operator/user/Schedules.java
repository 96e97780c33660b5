package dev.millrace.engine.operator.user;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a schedule must look like: checks with the reference's messages. */
final class Schedules {

    private Schedules() {}

    static <T> T given(@Nullable T value, String what) {
        if (value == null) {
            throw new NullPointerException("The " + what + " of a schedule must not be null");
        }
        return value;
    }

    static Duration checkedInterval(@Nullable Duration interval) {
        if (interval == null) {
            throw invalid(interval, "Give one of at least 1 ms.", null);
        }
        try {
            if (interval.toMillis() < 1) {
                throw new IllegalArgumentException(
                        "A punctuation cannot be repeated every " + interval + ": give an interval of at least 1 ms");
            }
        } catch (ArithmeticException tooLong) {
            throw invalid(interval, "That is too long to be counted in milliseconds.", tooLong);
        }
        return interval;
    }

    private static IllegalArgumentException invalid(
            @Nullable Duration interval, String why, @Nullable Throwable cause) {
        return new IllegalArgumentException("A punctuation cannot have an interval of " + interval + ". " + why, cause);
    }

    static Instant checkedStart(@Nullable Instant start) {
        Instant first = given(start, "start time");
        if (first.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException(
                    "A punctuation cannot start at " + first + ": give a time from " + Instant.EPOCH + " on");
        }
        return first;
    }
}
