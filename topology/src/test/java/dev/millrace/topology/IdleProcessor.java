package dev.millrace.topology;

import dev.millrace.streams.processor.api.Processor;
import dev.millrace.streams.processor.api.Record;

/** A processor that does nothing: topologies are described and planned here, never run. */
public final class IdleProcessor<K, V> implements Processor<Object, Object, K, V> {
    @Override
    public void process(Record<Object, Object> record) {}
}
