package dev.millrace.streams.processor;

import java.io.IOException;
import org.apache.kafka.common.annotation.InterfaceStability;

/** What a store wants done when its task commits. */
@InterfaceStability.Evolving
@FunctionalInterface
public interface CommitCallback {

    /** Called during the commit, on the thread of the task. */
    void onCommit() throws IOException;
}
