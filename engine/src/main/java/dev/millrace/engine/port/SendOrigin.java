package dev.millrace.engine.port;

import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.processor.TaskId;
import java.util.function.Supplier;

/**
 * Who sends a record: a sink node or a store's changelog. One constant per sender, so that sending allocates nothing.
 *
 * @param nodeName the sink's or, for a changelog, the store's name
 * @param changelog whether acknowledged offsets are to be remembered
 * @param context makes a lasting picture of what the sender is working on at the moment of the call, for the error handler
 *     of a failed send; asked at every send if a handler could be interested, else never
 */
public record SendOrigin(TaskId taskId, String nodeName, boolean changelog, Supplier<ErrorHandlerContext> context) {}
