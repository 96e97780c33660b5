package dev.millrace.state.builder;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Times that a supplier is given, checked. */
final class Periods {
    private Periods() {}

    /** @throws IllegalArgumentException if the time is missing, negative or too long */
    static long millis(String store, String parameter, @Nullable Duration value) {
        if (value == null) {
            throw new IllegalArgumentException(store + " needs a " + parameter + ", not null");
        }
        long millis;
        try {
            millis = value.toMillis();
        } catch (ArithmeticException tooLong) {
            throw new IllegalArgumentException(
                    store + ": the " + parameter + " " + value + " does not fit in milliseconds", tooLong);
        }
        if (millis < 0) {
            throw new IllegalArgumentException(store + ": the " + parameter + " cannot be negative: " + value);
        }
        return millis;
    }
}
