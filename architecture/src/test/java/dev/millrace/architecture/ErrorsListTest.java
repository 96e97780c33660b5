package dev.millrace.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/errors.md lists every exception: those that are thrown with a test that exists, and those that nobody throws. */
class ErrorsListTest {
    private static final Path ROOT = Path.of("..");
    private static final Path ERRORS = ROOT.resolve("api/src/main/java/dev/millrace/streams/errors");
    private static final Pattern THROWN =
            Pattern.compile("^\\| `(\\w+)` \\| .+ \\| `([\\w.]+)` \\|$", Pattern.MULTILINE);
    private static final Pattern UNUSED = Pattern.compile("^\\| `(\\w+)` \\| [^|]+ \\|$", Pattern.MULTILINE);

    @Test
    void everyExceptionIsListedOnce() throws IOException {
        assertThat(Stream.concat(rows(THROWN), rows(UNUSED)).map(row -> row.group(1)))
                .containsExactlyInAnyOrderElementsOf(exceptions());
    }

    @Test
    void theTestsThatAreNamedExist() throws IOException {
        TestNames tests = new TestNames(ROOT);

        assertThat(rows(THROWN).map(row -> row.group(2))).allMatch(tests::contains, "is a test");
    }

    @Test
    void whatIsSaidToBeThrownIsMadeSomewhereAndTheRestIsNot() throws IOException {
        String code = allCode();

        assertThat(rows(THROWN).map(row -> row.group(1))).allMatch(name -> code.contains("new " + name + "("));
        assertThat(rows(UNUSED).map(row -> row.group(1))).noneMatch(name -> code.contains("new " + name + "("));
    }

    private static Stream<MatchResult> rows(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(ROOT.resolve("docs/errors.md"))).results();
    }

    private static List<String> exceptions() throws IOException {
        try (Stream<Path> files = Files.list(ERRORS)) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> name.endsWith("Exception"))
                    .toList();
        }
    }

    /** All that is not test code. */
    private static String allCode() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(ROOT)) {
            for (Path file : files.filter(each -> each.toString().contains("/src/main/java/")
                            && each.toString().endsWith(".java"))
                    .toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }
}
