package dev.millrace.conformance.script;

import java.util.ArrayList;
import java.util.List;

/** What came out of a program, line by line, in an order that both engines must agree on. */
public final class Transcript {
    private final List<String> lines = new ArrayList<>();

    /** Writes one more line. */
    public void line(String text) {
        lines.add(text);
    }

    /** All lines. */
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
