package dev.millrace.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.Topology;
import dev.millrace.streams.kstream.Branched;
import dev.millrace.streams.kstream.BranchedKStream;
import dev.millrace.streams.kstream.CogroupedKStream;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.JoinWindows;
import dev.millrace.streams.kstream.Joined;
import dev.millrace.streams.kstream.KGroupedStream;
import dev.millrace.streams.kstream.KGroupedTable;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Printed;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.Repartitioned;
import dev.millrace.streams.kstream.SessionWindowedCogroupedKStream;
import dev.millrace.streams.kstream.SessionWindowedKStream;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.kstream.SlidingWindows;
import dev.millrace.streams.kstream.StreamJoined;
import dev.millrace.streams.kstream.Suppressed;
import dev.millrace.streams.kstream.TableJoined;
import dev.millrace.streams.kstream.TimeWindowedCogroupedKStream;
import dev.millrace.streams.kstream.TimeWindowedKStream;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.UnlimitedWindows;
import dev.millrace.streams.kstream.WindowedSerdes;
import dev.millrace.streams.processor.Cancellable;
import dev.millrace.streams.processor.ConnectedStoreProvider;
import dev.millrace.streams.processor.RecordContext;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.api.FixedKeyProcessorContext;
import dev.millrace.streams.processor.api.FixedKeyRecord;
import dev.millrace.streams.processor.api.ProcessingContext;
import dev.millrace.streams.processor.api.ProcessorContext;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.processor.api.RecordMetadata;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.ReadOnlyKeyValueStore;
import dev.millrace.streams.state.ReadOnlySessionStore;
import dev.millrace.streams.state.ReadOnlyWindowStore;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.VersionedKeyValueStore;
import dev.millrace.streams.state.WindowStore;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every overload that is there is called by a program; what none can call is listed with the reason. */
class OverloadCoverageTest {
    private static final List<Class<?>> TYPES = List.of(
            StreamsBuilder.class,
            KStream.class,
            BranchedKStream.class,
            KTable.class,
            Suppressed.class,
            Suppressed.BufferConfig.class,
            KGroupedStream.class,
            KGroupedTable.class,
            TimeWindowedKStream.class,
            CogroupedKStream.class,
            TimeWindowedCogroupedKStream.class,
            EmitStrategy.class,
            Topology.class,
            Stores.class,
            StoreBuilder.class,
            Materialized.class,
            Consumed.class,
            Produced.class,
            Grouped.class,
            Joined.class,
            TableJoined.class,
            JoinWindows.class,
            StreamJoined.class,
            Named.class,
            Repartitioned.class,
            Branched.class,
            Printed.class,
            TimeWindows.class,
            SlidingWindows.class,
            SessionWindowedKStream.class,
            SessionWindowedCogroupedKStream.class,
            SessionWindows.class,
            UnlimitedWindows.class,
            WindowedSerdes.class,
            ProcessingContext.class,
            ProcessorContext.class,
            FixedKeyProcessorContext.class,
            Record.class,
            FixedKeyRecord.class,
            RecordMetadata.class,
            RecordContext.class,
            Cancellable.class,
            ConnectedStoreProvider.class,
            StateStore.class,
            KeyValueIterator.class,
            ReadOnlyKeyValueStore.class,
            KeyValueStore.class,
            ReadOnlyWindowStore.class,
            VersionedKeyValueStore.class,
            WindowStore.class,
            ReadOnlySessionStore.class,
            SessionStore.class);

    private static final String FOR_ENGINES = "called by the engine, not by programs";

    /** From how a signature begins to why no program calls it. */
    private static final Map<String, String> EXCEPTIONS = Map.ofEntries(
            Map.entry("JoinWindows.windowsFor(", "refused by contract"),
            Map.entry("Topology.explain()", "the reference has nothing like it"),
            Map.entry("StateStore.commit(", FOR_ENGINES),
            Map.entry("StateStore.committedOffset(", FOR_ENGINES),
            Map.entry("StateStore.managesOffsets()", FOR_ENGINES),
            Map.entry("StoreBuilder.build()", FOR_ENGINES),
            Map.entry("ConnectedStoreProvider.stores()", FOR_ENGINES),
            Map.entry("ReadOnlyKeyValueStore.approximateNumEntries()", "an estimate on both sides"));

    @Test
    void everyOverloadThatIsThereIsCalled() {
        Calls calls = Calls.ofPrograms();
        List<Method> methods =
                TYPES.stream().flatMap(OverloadCoverageTest::methodsOf).toList();
        List<String> missing = methods.stream()
                .filter(method -> !calls.contain(method))
                .map(OverloadCoverageTest::signature)
                .filter(signature -> EXCEPTIONS.keySet().stream().noneMatch(signature::startsWith))
                .sorted()
                .toList();

        assertThat(EXCEPTIONS.keySet())
                .as("exceptions that except nothing")
                .allMatch(beginning -> methods.stream()
                        .anyMatch(method -> signature(method).startsWith(beginning) && !calls.contain(method)));
        System.out.println(
                "conformance: " + methods.stream().filter(calls::contain).count() + " of " + methods.size()
                        + " public methods of " + TYPES.size() + " types are called");
        assertThat(missing).as("no program calls").isEmpty();
    }

    private static Stream<Method> methodsOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !List.of("toString", "equals", "hashCode").contains(method.getName()));
    }

    private static String signature(Method method) {
        String parameters = Arrays.stream(method.getParameterTypes())
                .map(Class::getSimpleName)
                .collect(Collectors.joining(", "));
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "(" + parameters + ")";
    }
}
