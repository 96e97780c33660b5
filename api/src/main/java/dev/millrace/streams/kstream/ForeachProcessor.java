package dev.millrace.streams.kstream;

import dev.millrace.streams.processor.api.Processor;
import dev.millrace.streams.processor.api.Record;

@Deprecated
public class ForeachProcessor<K, V> implements Processor<K, V, Void, Void> {

    public ForeachProcessor(ForeachAction<K, V> action) {
        throw new UnsupportedOperationException("ForeachProcessor");
    }

    @Override
    public void process(Record<K, V> record) {
        throw new UnsupportedOperationException("ForeachProcessor.process");
    }
}
