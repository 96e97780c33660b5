package dev.millrace.engine.port;

import dev.millrace.streams.errors.ErrorHandlerContext;
import dev.millrace.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What to do with a record that cannot be read, processed or serialized: the configured exception handlers behind one face.
 *
 * <p>An implementation asks the user's handler, sends the dead letters that the answer names, and returns whether to go on.
 * It throws a {@code StreamsException} that names task, node, topic, partition and offset where the answer is "fail", or the
 * handler itself failed.
 */
public interface FaultPolicy {

    /** A source record's bytes could not be deserialized. Returns if the record is to be skipped, else throws. */
    void undeserializable(ErrorHandlerContext context, SourceBatch batch, int index, Exception error);

    /**
     * A processor failed. Returns if the record is to be dropped at that processor, else throws.
     *
     * @param record the record as it reached the processor; null if a punctuation failed
     */
    void unprocessable(ErrorHandlerContext context, @Nullable Record<?, ?> record, Exception error);

    /**
     * A key or value could not be serialized for a sink. Returns if the record is to be dropped, else throws: then the
     * processor above the sink answers in turn, as in the reference.
     */
    void unserializable(
            ErrorHandlerContext context,
            String topic,
            @Nullable Object key,
            @Nullable Object value,
            long timestampMs,
            boolean inKey,
            Exception error);
}
