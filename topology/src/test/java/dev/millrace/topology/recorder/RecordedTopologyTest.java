package dev.millrace.topology.recorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.Topology;
import dev.millrace.streams.errors.TopologyException;
import dev.millrace.streams.processor.api.Processor;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.FakeStore;
import dev.millrace.topology.IdleProcessor;
import java.util.Set;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class RecordedTopologyTest {
    private static final ProcessorSupplier<Object, Object, Void, Void> NOTHING = IdleProcessor::new;

    private final Topology topology = new Topology();

    @Test
    void aNodeNameMayBeUsedOnce() {
        topology.addSource("node", "topic");
        refuses(() -> topology.addSource("node", "other"), "node");
        refuses(() -> topology.addProcessor("node", NOTHING, "node"), "node");
        refuses(() -> topology.addSink("node", "out", "node"), "node");
    }

    @Test
    void aTopicMayFeedOneSource() {
        topology.addSource("first", "topic");
        refuses(() -> topology.addSource("second", "topic"), "Topic topic of source second");
        refuses(() -> topology.addSource("second", "twice", "twice"), "twice");
        refuses(() -> topology.addSource("second", Pattern.compile("top.*")), "Pattern top.*");
    }

    @Test
    void aTopicMayNotMatchThePatternOfAnotherSource() {
        topology.addSource("first", Pattern.compile("top.*"));
        refuses(() -> topology.addSource("second", "topic"), "topic");
        refuses(() -> addGlobalStore("store", "topic"), "topic");
    }

    @Test
    void aSourceThatIsRefusedClaimsNothing() {
        topology.addSource("first", "taken");
        refuses(() -> topology.addSource("second", "free", "taken"), "taken");
        topology.addSource("second", "free");
    }

    @Test
    void aSourceNeedsATopic() {
        refuses(() -> topology.addSource("source", new String[0]), "source");
        assertThatThrownBy(() -> topology.addSource("source", (String) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> topology.addSource("source", (Pattern) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> topology.addSource((String) null, "topic")).isInstanceOf(NullPointerException.class);
    }

    @Test
    void aParentMustBeThereAndMustNotBeASink() {
        topology.addSource("source", "topic").addSink("sink", "out", "source");
        refuses(() -> topology.addProcessor("processor", NOTHING, "nobody"), "nobody");
        refuses(() -> topology.addProcessor("processor", NOTHING, "processor"), "processor");
        refuses(() -> topology.addProcessor("processor", NOTHING, "sink"), "Sink sink");
        refuses(() -> topology.addSink("second", "out", "sink"), "Sink sink");
        refuses(() -> topology.addSink("second", "out", "nobody"), "nobody");
        refuses(() -> topology.addSink("second", "out"), "second");
        refuses(() -> topology.addProcessor("processor", NOTHING), "processor");
    }

    @Test
    void aSupplierMustMakeANewProcessorForEachTask() {
        Processor<Object, Object, Void, Void> single = new IdleProcessor<>();
        topology.addSource("source", "topic");
        assertThatThrownBy(() -> topology.addProcessor("processor", () -> single, "source"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("gave the same object twice");
    }

    @Test
    void twoStoresMayNotShareAName() {
        topology.addStateStore(new FakeStore("store"));
        refuses(() -> topology.addStateStore(new FakeStore("store")), "store");
        refuses(() -> addGlobalStore("store", "topic"), "store");
    }

    @Test
    void theSameStoreMayBeBroughtAlongByEveryProcessorThatUsesIt() {
        FakeStore store = new FakeStore("store");
        topology.addSource("source", "topic")
                .addProcessor("one", new Bringing(store), "source")
                .addProcessor("two", new Bringing(store), "source");
        assertThat(topology.describe().toString()).contains("one (stores: [store])", "two (stores: [store])");
    }

    @Test
    void onlyAProcessorUsesStores() {
        topology.addSource("source", "topic").addSink("sink", "out", "source").addStateStore(new FakeStore("store"));
        refuses(() -> topology.connectProcessorAndStateStores("source", "store"), "source");
        refuses(() -> topology.connectProcessorAndStateStores("sink", "store"), "sink");
        refuses(() -> topology.connectProcessorAndStateStores("nobody", "store"), "nobody");
        refuses(() -> topology.connectProcessorAndStateStores("source"), "source");
        refuses(() -> topology.connectProcessorAndStateStores("source", "nothing"), "nothing");
    }

    @Test
    void aGlobalStoreIsReadWithoutBeingConnected() {
        addGlobalStore("store", "topic");
        topology.addSource("source", "other").addProcessor("processor", NOTHING, "source");
        refuses(() -> topology.connectProcessorAndStateStores("processor", "store"), "is global");
    }

    @Test
    void nothingFollowsTheProcessorOfAGlobalStore() {
        addGlobalStore("store", "topic");
        refuses(() -> topology.addProcessor("processor", NOTHING, "fill-store"), "fill-store");
        refuses(() -> topology.addSink("sink", "out", "read-store"), "read-store");
    }

    private void addGlobalStore(String store, String topic) {
        topology.addGlobalStore(
                new FakeStore(store).withLoggingDisabled(),
                "read-" + store,
                null,
                null,
                topic,
                "fill-" + store,
                NOTHING);
    }

    private static void refuses(ThrowingCallable call, String whatItNames) {
        assertThatThrownBy(call).isInstanceOf(TopologyException.class).hasMessageContaining(whatItNames);
    }

    /** A supplier that brings a store along. */
    private record Bringing(StoreBuilder<?> store) implements ProcessorSupplier<Object, Object, Void, Void> {
        @Override
        public Processor<Object, Object, Void, Void> get() {
            return new IdleProcessor<>();
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return Set.of(store);
        }
    }
}
