package dev.millrace.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the code says is not implemented yet is what docs/compatibility.md says.
 *
 * <p>The code says so in the message of an {@code UnsupportedOperationException}: it names {@code Type.method} of the API, once or
 * several times, and then says {@code not implemented yet}. Read from the sources, because bytecode does not show messages.
 */
class NotImplementedTest {
    private static final Path ROOT = Path.of("..");
    private static final String NOT_YET = "not implemented yet";
    private static final List<String> MODULES =
            List.of("api", "topology", "state", "engine", "kafka", "rocksdb", "streams", "test-utils");

    private static final Pattern THROWN =
            Pattern.compile("new UnsupportedOperationException\\((.*?)\\);", Pattern.DOTALL);
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern MEMBER = Pattern.compile("\\b([A-Z]\\w+)\\.([a-z]\\w+)");
    private static final Pattern ROW = Pattern.compile("^\\| `(\\w+)` \\| (.*) \\|$", Pattern.MULTILINE);
    private static final Pattern METHOD = Pattern.compile("`([a-z]\\w*)(?:\\(\\w*\\))?`");

    /** Classes that refuse a call for good, by their contract; default methods of interfaces may too. */
    private static final Set<String> REFUSE_BY_CONTRACT = Set.of(
            "To",
            "Position",
            "PositionBound",
            "JoinWindows",
            "GlobalView",
            "KafkaStreams",
            "StoreFacade",
            "NoSink",
            "SuppliedVersions",
            "UnmatchedStore",
            "VersionedBytes",
            "VersionedValues");

    @Test
    void theListInTheDocumentationIsWhatTheCodeSays() {
        assertThat(documented()).isEqualTo(inTheCode());
    }

    @Test
    void whatIsNotImplementedIsAMethodOfTheApi() {
        JavaClasses api = new ClassFileImporter().importPackages("dev.millrace.streams");
        Set<String> methods = api.stream()
                .flatMap((JavaClass type) -> type.getMethods().stream())
                .map(method -> method.getOwner().getSimpleName() + "." + method.getName())
                .collect(Collectors.toSet());

        assertThat(methods).containsAll(inTheCode());
    }

    @Test
    void whatIsRefusedIsEitherNotImplementedYetOrRefusedByContract() {
        List<String> unexplained = new ArrayList<>();
        for (Path source : sources()) {
            String type = source.getFileName().toString().replace(".java", "");
            String code = read(source);
            if (!REFUSE_BY_CONTRACT.contains(type) && !code.contains("interface " + type)) {
                messages(code)
                        .filter(message -> !message.contains(NOT_YET))
                        .forEach(m -> unexplained.add(type + ": " + m));
            }
        }

        assertThat(unexplained).isEmpty();
    }

    private static Set<String> inTheCode() {
        return sources().stream()
                .flatMap(source -> messages(read(source)))
                .filter(message -> message.contains(NOT_YET))
                .flatMap(message -> MEMBER.matcher(message.substring(0, message.indexOf(NOT_YET)))
                        .results())
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> documented() {
        String section = read(ROOT.resolve("docs/compatibility.md")).split("\n## ", -1)[1];
        assertThat(section).startsWith("Not implemented yet");
        return ROW.matcher(section)
                .results()
                .flatMap(row ->
                        METHOD.matcher(row.group(2)).results().map(method -> row.group(1) + "." + method.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The literal parts of what the exceptions in {@code code} say. */
    private static Stream<String> messages(String code) {
        return THROWN.matcher(code)
                .results()
                .map(thrown -> LITERAL.matcher(thrown.group(1))
                        .results()
                        .map(literal -> literal.group(1))
                        .collect(Collectors.joining()));
    }

    private static List<Path> sources() {
        List<Path> sources = new ArrayList<>();
        for (String module : MODULES) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
