package dev.millrace.engine.port;

import dev.millrace.streams.errors.StreamsException;

/** Says that a transaction was asked to commit and no answer came: it may be committed, or not, or still become so. */
public final class UnknownOutcomeException extends StreamsException {
    private static final long serialVersionUID = 1L;

    public UnknownOutcomeException(String message, Throwable cause) {
        super(message, cause);
    }
}
