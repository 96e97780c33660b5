package dev.millrace.streams.errors;

/** Says that an input topic does not exist. */
public class MissingSourceTopicException extends StreamsException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public MissingSourceTopicException(String message) {
        super(message);
    }
}
