package dev.millrace.streams.errors;

/** Says that internal topics exist already, although the application was asked to set them up for the first time (KIP-698). */
public class InternalTopicsAlreadySetupException extends StreamsException {

    private static final long serialVersionUID = 1L;

    /** Creates the exception with a message. */
    public InternalTopicsAlreadySetupException(String message) {
        super(message);
    }
}
