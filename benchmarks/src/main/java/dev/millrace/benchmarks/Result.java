package dev.millrace.benchmarks;

import dev.millrace.benchmarks.memory.Meter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a trial found: what was written, to be compared, and the round with the median rate.
 *
 * @param cells the columns of the table, except engine and ratio
 */
record Result(String written, double recordsPerSecond, String cells) {
    static final String COLUMNS = "rec/s | rec/CPU s | B/rec | out/rec | out B/rec | GC % | peak MB";
    static final String ALIGNMENT = "---:|---:|---:|---:|---:|---:|---:";
    private static final String MARK = "result ";

    /** A trial's result as the line that it prints. */
    static String line(String written, Meter.Round round, long peakMemoryKb) {
        String cells = String.format(
                Locale.ROOT,
                "%,.0f | %,.0f | %.0f | %.2f | %.0f | %.1f | %d",
                round.recordsPerSecond(),
                round.recordsPerCpuSecond(),
                round.per(round.allocatedBytes()),
                round.per(round.producedRecords()),
                round.per(round.producedBytes()),
                round.gcPercent(),
                peakMemoryKb / 1024);
        return MARK + round.recordsPerSecond() + "\t" + cells + "\t" + written;
    }

    /** The result among the lines that a trial printed; null if there is none. */
    static @Nullable Result find(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith(MARK)) {
                String[] parts = line.substring(MARK.length()).split("\t", -1);
                return new Result(parts[2], Double.parseDouble(parts[0]), parts[1]);
            }
        }
        return null;
    }
}
