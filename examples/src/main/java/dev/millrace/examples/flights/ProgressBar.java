package dev.millrace.examples.flights;

import java.io.PrintStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** A line on standard error that says how far the replay is. */
final class ProgressBar {
    private static final int WIDTH = 40;

    private final PrintStream out;

    ProgressBar(PrintStream out) {
        this.out = out;
    }

    void show(int done, int all, long eventTimeMs) {
        int filled = (int) ((long) WIDTH * done / all);
        out.printf(
                Locale.ROOT,
                "\r[%s%s] %,6d of %,d lines, %s",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                done,
                all,
                Instant.ofEpochMilli(eventTimeMs).atZone(ZoneOffset.UTC).toLocalDate());
        if (done == all) {
            out.println();
        }
        out.flush();
    }
}
