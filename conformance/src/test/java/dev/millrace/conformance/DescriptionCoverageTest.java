package dev.millrace.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.Topology;
import dev.millrace.streams.kstream.BranchedKStream;
import dev.millrace.streams.kstream.CogroupedKStream;
import dev.millrace.streams.kstream.KGroupedStream;
import dev.millrace.streams.kstream.KGroupedTable;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.SessionWindowedCogroupedKStream;
import dev.millrace.streams.kstream.SessionWindowedKStream;
import dev.millrace.streams.kstream.TimeWindowedCogroupedKStream;
import dev.millrace.streams.kstream.TimeWindowedKStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The programs whose descriptions are compared with the reference's (module topology, {@code DescriptionTest}) have every family of
 * overloads in them: every method that adds something to a topology, by name and by what can be said about it beside functions -
 * a name, a store, serdes, or nothing.
 */
class DescriptionCoverageTest {
    private static final List<Class<?>> TYPES = List.of(
            StreamsBuilder.class,
            Topology.class,
            KStream.class,
            BranchedKStream.class,
            KTable.class,
            KGroupedStream.class,
            KGroupedTable.class,
            CogroupedKStream.class,
            TimeWindowedKStream.class,
            SessionWindowedKStream.class,
            TimeWindowedCogroupedKStream.class,
            SessionWindowedCogroupedKStream.class);

    /** Parameters that name something, or say how it is stored or sent. */
    private static final Set<String> OPTIONS = Set.of(
            "Branched",
            "Consumed",
            "Grouped",
            "Joined",
            "Materialized",
            "Named",
            "Produced",
            "Repartitioned",
            "StreamJoined",
            "TableJoined");

    /** Methods that add nothing to a topology. */
    private static final Set<String> ADD_NOTHING =
            Set.of("Topology.describe", "Topology.explain", "KTable.queryableStoreName", "StreamsBuilder.build");

    @Test
    void everyFamilyOfOverloadsIsInADescribedProgram() {
        Calls calls = Calls.ofDescribedPrograms();
        Map<String, List<Method>> families = TYPES.stream()
                .flatMap(DescriptionCoverageTest::methodsOf)
                .collect(Collectors.groupingBy(DescriptionCoverageTest::family, TreeMap::new, Collectors.toList()));
        Set<String> missing = new TreeSet<>();
        families.forEach((family, overloads) -> {
            if (overloads.stream().noneMatch(calls::contain)) {
                missing.add(family);
            }
        });
        System.out.println("descriptions: " + (families.size() - missing.size()) + " of " + families.size()
                + " families of overloads of " + TYPES.size() + " types");
        assertThat(missing).as("no described program calls").isEmpty();
    }

    private static Stream<Method> methodsOf(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> !ADD_NOTHING.contains(type.getSimpleName() + "." + method.getName()));
    }

    private static String family(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName()
                + Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .filter(OPTIONS::contains)
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
