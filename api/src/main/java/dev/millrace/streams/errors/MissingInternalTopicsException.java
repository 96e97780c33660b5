package dev.millrace.streams.errors;

import java.util.List;

/** Says that internal topics the application needs do not exist and must not be created by itself (KIP-698). */
public class MissingInternalTopicsException extends StreamsException {

    private static final long serialVersionUID = 1L;

    private final List<String> topics;

    /** Creates the exception for these missing topics. */
    public MissingInternalTopicsException(String message, List<String> topics) {
        super(message);
        this.topics = List.copyOf(topics);
    }

    /** The names of the missing topics. */
    public List<String> topics() {
        return topics;
    }
}
