package dev.millrace.streams.errors;

public class InternalTopicsAlreadySetupException extends StreamsException {

    public InternalTopicsAlreadySetupException(String message) {
        super(message);
    }
}
