package dev.millrace.benchmarks.engine;

import dev.millrace.benchmarks.memory.Meter;
import java.util.Locale;

/**
 * What a trial found: what was written, to be compared, and the round with the median rate.
 *
 * @param cells the columns of the table, except engine and ratio
 */
record Result(String written, double recordsPerSecond, String cells) {
    static final String COLUMNS = "rec/s | rec/CPU s | B/rec | out/rec | out B/rec | GC % | peak MB";
    static final String ALIGNMENT = "---:|---:|---:|---:|---:|---:|---:";

    /** A trial's result as the line that it prints. */
    static String line(String written, Meter.Round round, long peakMemoryMb) {
        String cells = String.format(
                Locale.ROOT,
                "%,.0f | %,.0f | %.0f | %.2f | %.0f | %.1f | %d",
                round.recordsPerSecond(),
                round.recordsPerCpuSecond(),
                round.per(round.allocatedBytes()),
                round.per(round.producedRecords()),
                round.per(round.producedBytes()),
                round.gcPercent(),
                peakMemoryMb);
        return round.recordsPerSecond() + "\t" + cells + "\t" + written;
    }

    /** Reads what {@link #line} wrote. */
    static Result parse(String line) {
        String[] parts = line.split("\t", -1);
        return new Result(parts[2], Double.parseDouble(parts[0]), parts[1]);
    }
}
