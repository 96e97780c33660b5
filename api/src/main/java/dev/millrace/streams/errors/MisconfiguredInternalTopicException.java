package dev.millrace.streams.errors;

/** Says that an internal topic exists but has not the partitions or settings it must have (KIP-698). */
public class MisconfiguredInternalTopicException extends StreamsException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public MisconfiguredInternalTopicException(String message) {
        super(message);
    }
}
