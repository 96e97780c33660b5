package dev.millrace.conformance.script;

import org.jspecify.annotations.Nullable;

/** An application that runs under one of the engines until it is closed. */
public interface RunningApplication extends AutoCloseable {

    /** Why it does not run any more, null if it does. */
    @Nullable
    Throwable failure();

    @Override
    void close();
}
