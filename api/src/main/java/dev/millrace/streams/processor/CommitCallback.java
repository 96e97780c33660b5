package dev.millrace.streams.processor;

import java.io.IOException;
import org.apache.kafka.common.annotation.InterfaceStability;

@InterfaceStability.Evolving
@FunctionalInterface
public interface CommitCallback {

    void onCommit() throws IOException;
}
