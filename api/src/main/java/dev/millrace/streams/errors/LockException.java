package dev.millrace.streams.errors;

public class LockException extends StreamsException {

    public LockException(String message) {
        super(message);
    }

    public LockException(String message, Throwable throwable) {
        super(message, throwable);
    }

    public LockException(Throwable throwable) {
        super(throwable);
    }
}
