package dev.millrace.engine.port;

import dev.millrace.streams.processor.TaskId;

/**
 * Who sends a record: a sink node or a store's changelog. One constant per sender, so that sending allocates nothing.
 *
 * @param nodeName the sink's or, for a changelog, the store's name
 * @param changelog whether acknowledged offsets are to be remembered
 */
public record SendOrigin(TaskId taskId, String nodeName, boolean changelog) {}
