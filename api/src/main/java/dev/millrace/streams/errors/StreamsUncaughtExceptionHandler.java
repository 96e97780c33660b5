package dev.millrace.streams.errors;

public interface StreamsUncaughtExceptionHandler {

    StreamThreadExceptionResponse handle(Throwable exception);

    enum StreamThreadExceptionResponse {
        REPLACE_THREAD("REPLACE_THREAD", 0),
        SHUTDOWN_CLIENT("SHUTDOWN_KAFKA_STREAMS_CLIENT", 1),
        SHUTDOWN_APPLICATION("SHUTDOWN_KAFKA_STREAMS_APPLICATION", 2);

        public final String name;
        public final int id;

        StreamThreadExceptionResponse(String name, int id) {
            this.name = name;
            this.id = id;
        }
    }
}
