package dev.millrace.conformance.program;

import java.util.ArrayList;
import java.util.List;

/** What the program that runs now did besides writing to topics: opened, closed, failed, was asked. In the order it did so. */
final class Diary {
    private static final List<String> ENTRIES = new ArrayList<>();

    private Diary() {}

    static void note(String entry) {
        ENTRIES.add(entry);
    }

    /** Everything since the last call. */
    static List<String> drained() {
        List<String> entries = List.copyOf(ENTRIES);
        ENTRIES.clear();
        return entries;
    }
}
