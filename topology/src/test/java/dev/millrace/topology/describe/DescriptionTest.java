package dev.millrace.topology.describe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.streams.Topology;
import dev.millrace.topology.corpus.Corpus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The texts of whole programs, and with them the generated names, against those that Kafka Streams 4.3.1 printed for the same
 * source (resources {@code description/NAME.txt}).
 */
class DescriptionTest {

    @TestFactory
    Stream<DynamicTest> theTextIsThatOfTheReference() {
        return Corpus.programs().entrySet().stream()
                .map(program -> DynamicTest.dynamicTest(program.getKey(), () -> compare(program)));
    }

    /** Which overloads are in them is looked at in module conformance, {@code DescriptionCoverageTest}. */
    @Test
    void thereAreManyProgramsAndEveryTextHasOne() throws Exception {
        Set<String> names = Corpus.programs().keySet();
        Path texts = Path.of(Objects.requireNonNull(DescriptionTest.class.getResource("/description"))
                .toURI());
        try (Stream<Path> files = Files.list(texts)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            names.stream().map(name -> name + ".txt").toList());
        }
        System.out.println("descriptions: " + names.size() + " programs");
        assertThat(names).hasSizeGreaterThan(300);
        for (String optimization : List.of("none", "all", "merge", "single.store.self.join", "reuse")) {
            assertThat(names).as(optimization).anyMatch(name -> name.contains(optimization));
        }
    }

    private static void compare(Map.Entry<String, Supplier<Topology>> program) throws IOException {
        String text = program.getValue().get().describe().toString();
        assertThat(text).isEqualTo(expected(program.getKey()));
    }

    private static String expected(String name) throws IOException {
        try (InputStream in = DescriptionTest.class.getResourceAsStream("/description/" + name + ".txt")) {
            assertThat(in).as("the text for program " + name).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void descriptionsOfTheSameProgramAreEqual() {
        Topology one = new Topology().addSource("source", "topic");
        Topology same = new Topology().addSource("source", "topic");
        Topology other = new Topology().addSource("source", "elsewhere");
        assertThat(one.describe()).isEqualTo(same.describe()).hasSameHashCodeAs(same.describe());
        assertThat(one.describe()).isNotEqualTo(other.describe());
    }
}
