package dev.millrace.benchmarks.broker;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What an engine did with the input.
 *
 * @param toNoLag records per second, from the end of the warm-up until all is committed
 * @param delivered the same, until the last poll that brought input
 * @param cpuSeconds processor seconds of its process per million records
 */
record Throughput(double toNoLag, double delivered, double cpuSeconds, long peakMemoryMb) {

    String toLine() {
        return toNoLag + " " + delivered + " " + cpuSeconds + " " + peakMemoryMb;
    }

    static Throughput parse(String line) {
        String[] parts = line.split(" ", -1);
        return new Throughput(
                Double.parseDouble(parts[0]),
                Double.parseDouble(parts[1]),
                Double.parseDouble(parts[2]),
                Long.parseLong(parts[3]));
    }

    static Throughput median(List<Throughput> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Throughput::toNoLag))
                .toList()
                .get(rounds.size() / 2);
    }

    String cells(Throughput first) {
        return String.format(
                Locale.ROOT,
                "%,.0f | %,.0f | %.2f | %d | %.2f | %.2f",
                toNoLag,
                delivered,
                cpuSeconds,
                peakMemoryMb,
                toNoLag / first.toNoLag,
                delivered / first.delivered);
    }
}
