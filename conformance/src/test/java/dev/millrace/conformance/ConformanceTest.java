package dev.millrace.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.conformance.script.ProgramFacts;
import dev.millrace.conformance.script.Script;
import dev.millrace.conformance.script.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every program gives the same on both engines: topology text, output records with key, value, timestamp, headers and order,
 * changelog records, and store contents, for seeded random inputs, with and without cache, with both guarantees.
 *
 * <p>{@code -Dconformance.seeds=N} runs more seeds than the few of every build, {@code -Dconformance.only=word} only the
 * programs with that word in their name.
 */
class ConformanceTest {
    private static final int SEEDS = Integer.getInteger("conformance.seeds", 2);
    private static final String ONLY = System.getProperty("conformance.only", "");
    private static final int STEPS = 150;
    private static final Map<String, String> CACHED = Map.of();
    private static final Map<String, String> UNCACHED = Map.of("statestore.cache.max.bytes", "0");
    private static final Map<String, String> EXACTLY_ONCE = Map.of("processing.guarantee", "exactly_once_v2");

    static Stream<String> programs() {
        return Engine.MILLRACE.programs().stream().map(ProgramFacts::name).filter(name -> name.contains(ONLY));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void topologiesAreDescribedAlike(String program) {
        assertThat(Engine.MILLRACE.describe(program)).isEqualTo(Engine.REFERENCE.describe(program));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theSameComesOutWithACache(String program) {
        compare(program, CACHED);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theSameComesOutWithoutACache(String program) {
        compare(program, UNCACHED);
    }

    @ParameterizedTest
    @MethodSource("programs")
    void theSameComesOutExactlyOnce(String program) {
        compare(program, EXACTLY_ONCE);
    }

    /** What is claimed to be covered, so that the claim can be counted and a program cannot vanish unseen. */
    @Test
    void everyOperatorThatIsThereHasAProgram() {
        Set<String> covered = new TreeSet<>();
        Engine.MILLRACE.programs().forEach(facts -> covered.addAll(facts.operators()));
        assertThat(covered).containsAll(Operators.IMPLEMENTED);
        System.out.println("conformance: " + Engine.MILLRACE.programs().size() + " programs, " + covered.size()
                + " operators, " + SEEDS + " seeds x 3 configurations of " + STEPS + " steps");
    }

    private static void compare(String program, Map<String, String> config) {
        ProgramFacts facts = Engine.MILLRACE.programs().stream()
                .filter(each -> each.name().equals(program))
                .findFirst()
                .orElseThrow();
        IntStream.range(0, SEEDS).forEach(seed -> {
            List<Step> steps = Script.random(facts.inputs(), STEPS, 31L * program.hashCode() + seed);
            List<String> expected = Engine.REFERENCE.run(program, steps, config).lines();
            List<String> found = Engine.MILLRACE.run(program, steps, config).lines();
            Difference.check(program + ", seed " + seed + ", " + config, steps, expected, found);
        });
    }
}
