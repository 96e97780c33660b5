package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.api.Processor;
import dev.millrace.streams.processor.api.Record;

/**
 * A processor that calls an action for each record and sends nothing on.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 * @deprecated use {@link KStream#foreach}, or a processor of your own
 */
@Deprecated
public class ForeachProcessor<K, V> implements Processor<K, V, Void, Void> {
    private final ForeachAction<K, V> action;

    /** Creates the processor. */
    public ForeachProcessor(ForeachAction<K, V> action) {
        this.action = action;
    }

    @Override
    public void process(Record<K, V> record) {
        action.apply(record.key(), record.value());
    }
}
