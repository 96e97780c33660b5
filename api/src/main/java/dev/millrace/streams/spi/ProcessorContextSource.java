package dev.millrace.streams.spi;

import dev.millrace.streams.processor.ProcessorContext;
import org.jspecify.annotations.Nullable;

/** An error handler's context that knows the processor context, which deprecated handlers still ask for. */
public interface ProcessorContextSource {

    /** The context of the task, null if there is none. */
    @Nullable
    ProcessorContext processorContext();
}
