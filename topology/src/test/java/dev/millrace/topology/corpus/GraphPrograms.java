package dev.millrace.topology.corpus;

import dev.millrace.streams.processor.api.Processor;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.common.serialization.Serdes;

/** Programs written node by node. */
final class GraphPrograms {
    private GraphPrograms() {}

    static void addTo(Corpus corpus) {
        corpus.topology("graph-empty", topology -> {});
        corpus.topology("graph-topics-in-hash-order", topology -> topology.addSource("source", "t2", "zebra", "t1"));
        corpus.topology("graph-pattern", topology -> topology.addSource("source", Pattern.compile("t.*")));
        corpus.topology(
                "graph-two-sources", topology -> topology.addSource("z", "t2").addSource("a", "t1"));
        corpus.topology(
                "graph-largest-first",
                topology -> topology.addSource("z", "t2")
                        .addProcessor("p9", new Idle<>(), "z")
                        .addProcessor("p1", new Idle<>(), "z")
                        .addProcessor("p5", new Idle<>(), "p9")
                        .addSink("s", "out", "p1", "p5", "z"));
        corpus.topology(
                "graph-diamonds",
                topology -> topology.addSource("s1", "t1")
                        .addProcessor("x1", new Idle<>(), "s1")
                        .addProcessor("x2", new Idle<>(), "s1")
                        .addProcessor("x3", new Idle<>(), "x1", "x2")
                        .addProcessor("x0", new Idle<>(), "x3")
                        .addSource("s0", "t0")
                        .addProcessor("w", new Idle<>(), "s0", "x2"));
        corpus.topology(
                "graph-late-merge",
                topology -> topology.addSource("a", "t1")
                        .addSource("b", "t2")
                        .addSource("c", "t3")
                        .addProcessor("pc", new Idle<>(), "c")
                        .addProcessor("pa", new Idle<>(), "a")
                        .addProcessor("pb", new Idle<>(), "b")
                        .addProcessor("m", new Idle<>(), "pc", "pb"));
        corpus.topology(
                "graph-shared-store",
                topology -> topology.addSource("z", "t2")
                        .addSource("q", "t3")
                        .addSource("y", "t1")
                        .addProcessor("b", new Idle<>(), "z")
                        .addProcessor("m", new Idle<>(), "q")
                        .addProcessor("a", new Idle<>(), "y")
                        .addStateStore(store("s2"), "a", "b")
                        .addStateStore(store("s1"), "a"));
        corpus.topology(
                "graph-store-of-supplier",
                topology ->
                        topology.addSource("source", "t").addProcessor("user", new Bringing(store("own")), "source"));
        corpus.topology(
                "graph-unused-store",
                topology -> topology.addSource("source", "t").addStateStore(store("unused")));
        corpus.topology(
                "graph-topic-between",
                topology -> topology.addSource("z", "t2")
                        .addSink("o", "t1", "z")
                        .addSource("y", "t1")
                        .addProcessor("a", new Idle<>(), "y"));
        corpus.topology(
                "graph-global-stores",
                topology -> topology.addGlobalStore(
                                store("g").withLoggingDisabled(), "gs", null, null, "gt", "gp", new Idle<Void, Void>())
                        .addSource("y", "t1")
                        .addProcessor("a", new Idle<>(), "y")
                        .addGlobalStore(
                                store("g2").withLoggingDisabled(),
                                "gs2",
                                null,
                                null,
                                "gt2",
                                "gp2",
                                new Idle<Void, Void>())
                        .addSource("z", "t9"));
        corpus.topology(
                "graph-read-only-store",
                topology -> topology.addReadOnlyStateStore(
                                store("r"), "rs", null, null, "rt", "rp", new Idle<Void, Void>())
                        .addSource("y", "t1")
                        .addProcessor("a", new Idle<>(), "y")
                        .connectProcessorAndStateStores("a", "r"));
    }

    static StoreBuilder<KeyValueStore<String, String>> store(String name) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(name), Serdes.String(), Serdes.String());
    }

    /** A supplier of processors that do nothing. */
    static final class Idle<K, V> implements ProcessorSupplier<Object, Object, K, V> {
        @Override
        public Processor<Object, Object, K, V> get() {
            return new Processor<>() {
                @Override
                public void process(Record<Object, Object> record) {}
            };
        }
    }

    /** The same, bringing a store along. */
    static final class Bringing implements ProcessorSupplier<Object, Object, Object, Object> {
        private final StoreBuilder<?> store;

        Bringing(StoreBuilder<?> store) {
            this.store = store;
        }

        @Override
        public Processor<Object, Object, Object, Object> get() {
            return new Idle<>().get();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(store);
        }
    }
}
