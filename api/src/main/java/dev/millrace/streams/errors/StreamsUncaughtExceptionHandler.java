package dev.millrace.streams.errors;

/**
 * Decides what happens when a stream thread dies of an exception (KIP-671).
 *
 * <p>Called on the thread that dies. One instance serves all threads, so it must be safe for them.
 */
public interface StreamsUncaughtExceptionHandler {

    /** Decides. The exception is what the thread could not handle, often a {@link StreamsException} with a cause. */
    StreamThreadExceptionResponse handle(Throwable exception);

    /** What can be done about it. */
    enum StreamThreadExceptionResponse {
        /** Start a new thread in the place of this one, which goes on from the last commit. */
        REPLACE_THREAD("REPLACE_THREAD", 0),
        /** Stop this instance. */
        SHUTDOWN_CLIENT("SHUTDOWN_KAFKA_STREAMS_CLIENT", 1),
        /** Stop all instances of the application. */
        SHUTDOWN_APPLICATION("SHUTDOWN_KAFKA_STREAMS_APPLICATION", 2);

        /** The name. */
        public final String name;

        /** The number. It does not change between versions. */
        public final int id;

        StreamThreadExceptionResponse(String name, int id) {
            this.name = name;
            this.id = id;
        }
    }
}
