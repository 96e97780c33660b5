package dev.millrace.engine.port;

import dev.millrace.streams.errors.StreamsException;

/**
 * Says that no answer came to what was sent, or to the commit of a transaction: it may have happened, or not, or still
 * happen. The way out is to start again from the last commit.
 */
public final class UnknownOutcomeException extends StreamsException {
    private static final long serialVersionUID = 1L;

    public UnknownOutcomeException(String message, Throwable cause) {
        super(message, cause);
    }
}
