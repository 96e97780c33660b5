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
            throw invalid(interval, "It shouldn't be null.", null);
        }
        try {
            if (interval.toMillis() < 1) {
                throw new IllegalArgumentException("The minimum supported scheduling interval is 1 millisecond.");
            }
        } catch (ArithmeticException tooLong) {
            throw invalid(interval, "It can't be converted to milliseconds.", tooLong);
        }
        return interval;
    }

    private static IllegalArgumentException invalid(
            @Nullable Duration interval, String why, @Nullable Throwable cause) {
        return new IllegalArgumentException(
                "Invalid value for parameter \"interval\" (value was: " + interval + "). " + why, cause);
    }

    static Instant checkedStart(@Nullable Instant start) {
        Instant first = given(start, "start time");
        if (first.isBefore(Instant.EPOCH)) {
            throw new IllegalArgumentException("The minimum supported start time is Instant.EPOCH.");
        }
        return first;
    }
}
