package dev.millrace.streams.errors;

public class MissingSourceTopicException extends StreamsException {

    public MissingSourceTopicException(String message) {
        super(message);
    }
}
