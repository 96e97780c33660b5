package com.example.shop;

import java.time.Duration;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** Says which customer ordered twice within ten seconds, and every minute how many were seen. */
final class Repeated implements Processor<String, Order, String, String> {
    private ProcessorContext<String, String> context;
    private KeyValueStore<String, Long> lastSeen;

    @Override
    public void init(ProcessorContext<String, String> context) {
        this.context = context;
        lastSeen = context.getStateStore("last-seen");
        context.schedule(Duration.ofMinutes(1), PunctuationType.STREAM_TIME, this::report);
    }

    @Override
    public void process(Record<String, Order> order) {
        Long before = lastSeen.get(order.value().customer());
        if (before != null && order.timestamp() - before < 10_000) {
            context.forward(order.withKey(order.value().customer()).withValue("again " + order.value().item()));
        }
        lastSeen.put(order.value().customer(), order.timestamp());
    }

    private void report(long timestamp) {
        int seen = 0;
        try (KeyValueIterator<String, Long> all = lastSeen.all()) {
            while (all.hasNext()) {
                all.next();
                seen++;
            }
        }
        context.forward(new Record<>("seen", Integer.toString(seen), timestamp));
    }
}
