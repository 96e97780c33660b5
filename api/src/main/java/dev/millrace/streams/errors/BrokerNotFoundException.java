package dev.millrace.streams.errors;

@Deprecated
public class BrokerNotFoundException extends StreamsException {

    public BrokerNotFoundException(String message) {
        super(message);
    }

    public BrokerNotFoundException(String message, Throwable throwable) {
        super(message, throwable);
    }

    public BrokerNotFoundException(Throwable throwable) {
        super(throwable);
    }
}
