package dev.millrace.dropin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The tables beside the tests: one line per row, columns separated by tabs, the first line names them. */
final class Leaks {
    private Leaks() {}

    /** From a change to why it is accepted. */
    static Map<String, String> reasons() {
        Map<String, String> reasons = new TreeMap<>();
        rows("leaks.tsv").forEach(row -> reasons.put(row[0], row[1]));
        return reasons;
    }

    static List<String[]> rows(String table) {
        InputStream found = Objects.requireNonNull(Leaks.class.getResourceAsStream(table), table);
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(found, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
