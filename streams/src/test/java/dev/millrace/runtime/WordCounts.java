package dev.millrace.runtime;

import dev.millrace.streams.Topology;
import dev.millrace.streams.processor.api.Processor;
import dev.millrace.streams.processor.api.ProcessorContext;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.Stores;
import java.util.Locale;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;

/** The program that counts words, as a topology of processors: its counts are kept in the store {@link #STORE}. */
final class WordCounts {
    static final String STORE = "counts";

    private WordCounts() {}

    static Topology topology(String input, String output) {
        Topology topology = new Topology();
        topology.addSource("lines", input);
        topology.addProcessor("counter", Counter::new, "lines");
        topology.addStateStore(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(STORE), Serdes.String(), Serdes.Long()),
                "counter");
        topology.addSink("out", output, new StringSerializer(), new LongSerializer(), "counter");
        return topology;
    }

    private static final class Counter implements Processor<String, String, String, Long> {
        private @org.jspecify.annotations.Nullable ProcessorContext<String, Long> context;
        private @org.jspecify.annotations.Nullable KeyValueStore<String, Long> counts;

        @Override
        public void init(ProcessorContext<String, Long> context) {
            this.context = context;
            this.counts = context.getStateStore(STORE);
        }

        @Override
        public void process(Record<String, String> line) {
            for (String word : line.value().toLowerCase(Locale.ROOT).split("\\W+", -1)) {
                Long before = counts.get(word);
                long now = before == null ? 1 : before + 1;
                counts.put(word, now);
                context.forward(new Record<>(word, now, line.timestamp()));
            }
        }
    }
}
