package dev.millrace.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.streams.StreamsConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigDef;
import org.junit.jupiter.api.Test;

/** docs/configuration.md lists every setting as it is defined, and the tests that it names are there. */
class SettingsListTest {
    private static final Path ROOT = Path.of("..");
    /** How a validator begins to describe itself that names its values in any order. */
    private static final String ANY_CASE = "(case insensitive) [";

    /** One line of the table. */
    private record Row(String name, String type, String initial, String values, String effect, String test) {
        static Row of(String line) {
            List<String> cells = Arrays.stream(line.split(" \\| |^\\| | \\|$"))
                    .filter(cell -> !cell.isEmpty())
                    .toList();
            assertThat(cells).as(line).hasSize(6);
            return new Row(
                    unquoted(cells.get(0)),
                    cells.get(1),
                    cells.get(2),
                    cells.get(3),
                    cells.get(4),
                    unquoted(cells.get(5)));
        }

        private static String unquoted(String cell) {
            return cell.replace("`", "");
        }

        String definition() {
            return String.join(" | ", name, type, initial, values);
        }
    }

    @Test
    void everySettingIsListedAsItIsDefined() throws IOException {
        assertThat(rows().map(Row::definition))
                .containsExactlyInAnyOrderElementsOf(StreamsConfig.configDef().configKeys().values().stream()
                        .map(SettingsListTest::definition)
                        .toList());
    }

    private static String definition(ConfigDef.ConfigKey key) {
        return String.join(
                " | ", key.name, key.type.toString().toLowerCase(Locale.ROOT), initial(key), values(key.validator));
    }

    private static String values(ConfigDef.Validator validator) {
        String text = String.valueOf(validator);
        if (text.startsWith(ANY_CASE)) {
            text = Arrays.stream(
                            text.substring(ANY_CASE.length(), text.length() - 1).split(", "))
                    .sorted()
                    .collect(Collectors.joining(", ", ANY_CASE, "]"));
        }
        return validator == null || text.isEmpty() ? "any" : "`" + text + "`";
    }

    private static String initial(ConfigDef.ConfigKey key) {
        if (!key.hasDefault()) {
            return "required";
        }
        Object value = key.defaultValue;
        if (value == null) {
            return "none";
        }
        String text = value instanceof Class<?> type ? type.getSimpleName() : value.toString();
        return "`" + (text.isEmpty() ? "\"\"" : text.replace(tempDirectory(), "${java.io.tmpdir}")) + "`";
    }

    private static String tempDirectory() {
        return System.getProperty("java.io.tmpdir");
    }

    @Test
    void theTestsThatAreNamedExist() throws IOException {
        TestNames tests = new TestNames(ROOT);

        assertThat(rows().map(Row::test)).allMatch(tests::contains, "is a test");
    }

    private static Stream<Row> rows() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/configuration.md")).stream()
                .filter(line -> line.startsWith("| `"))
                .map(Row::of);
    }
}
