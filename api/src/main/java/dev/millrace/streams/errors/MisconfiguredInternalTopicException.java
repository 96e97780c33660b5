package dev.millrace.streams.errors;

public class MisconfiguredInternalTopicException extends StreamsException {

    public MisconfiguredInternalTopicException(String message) {
        super(message);
    }
}
