package dev.millrace.conformance.program;

import static dev.millrace.conformance.program.Program.dsl;

import dev.millrace.conformance.script.Input;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.Stores;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;

/** Stores that keep the entries used last. */
final class LruPrograms {
    private static final Set<String> LRU = Set.of("Stores.lruMap");
    private static final List<Input> WORDS = List.of(Input.words("in"));
    private static final int FEW = 3;

    private LruPrograms() {}

    static List<Program> all() {
        return List.of(
                dsl("lru store", LRU, WORDS, LruPrograms::used),
                dsl(
                        "lru table",
                        LRU,
                        WORDS,
                        builder -> builder.table(
                                        "in",
                                        Consumed.with(Serdes.String(), Serdes.String()),
                                        Materialized.<String, String>as(Stores.lruMap("few", FEW))
                                                .withCachingDisabled())
                                .toStream()
                                .to("out")),
                dsl("lru count", LRU, WORDS, builder -> counted(builder, true)),
                dsl("lru count cached", LRU, WORDS, builder -> counted(builder, false))
                        // The reference forgets other keys while updates wait in its cache.
                        .unasked());
    }

    private static void counted(StreamsBuilder builder, boolean uncached) {
        Materialized<String, Long, KeyValueStore<Bytes, byte[]>> few = Materialized.as(Stores.lruMap("few", FEW));
        builder.<String, String>stream("in")
                .groupByKey()
                .count(uncached ? few.withCachingDisabled() : few)
                .toStream()
                .to("out", Produced.with(Serdes.String(), Serdes.Long()));
    }

    private static void used(StreamsBuilder builder) {
        builder.addStateStore(Stores.keyValueStoreBuilder(Stores.lruMap("few", FEW), Serdes.String(), Serdes.String()));
        builder.<String, String>stream("in").process(UseFew::new, "few").to("out");
    }

    /** Gets, puts and deletes, and walks over what is there. */
    private static final class UseFew extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> record) {
            if (record.key() == null) {
                return;
            }
            KeyValueStore<String, String> store = context().getStateStore("few");
            StringBuilder answer = new StringBuilder("was ").append(store.get(record.key()));
            if ("b".equals(record.value())) {
                answer.append(", absent ").append(store.putIfAbsent("c", "put"));
            } else if (!"a".equals(record.value())) {
                store.put(record.key(), record.value());
            }
            try (KeyValueIterator<String, String> entries = store.all()) {
                entries.forEachRemaining(entry -> answer.append(", ").append(entry));
            }
            context().forward(record.withValue(answer.toString()));
        }
    }
}
