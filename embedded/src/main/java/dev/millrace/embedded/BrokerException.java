package dev.millrace.embedded;

import org.jspecify.annotations.Nullable;

/** A broker that could not be started, or that failed beyond repair. */
public sealed class BrokerException extends RuntimeException permits DirectoryInUseException {

    BrokerException(String message) {
        this(message, null);
    }

    BrokerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
