package dev.millrace.examples.flights;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All airports with their delays, by IATA code: what the top ten is chosen from. An airport that is overtaken may come back,
 * so none is forgotten.
 */
public record Ranking(Map<String, Delays> airports) {
    private static final int ROWS = 10;
    private static final int LEAST_FLIGHTS = 50;

    /** One line of the top ten. */
    public record Row(String iata, Delays delays) {}

    static Ranking empty() {
        return new Ranking(Map.of());
    }

    Ranking with(String iata, Delays delays) {
        Map<String, Delays> changed = new TreeMap<>(airports);
        changed.put(iata, delays);
        return new Ranking(changed);
    }

    Ranking without(String iata) {
        Map<String, Delays> changed = new TreeMap<>(airports);
        changed.remove(iata);
        return new Ranking(changed);
    }

    /** The airports with the greatest mean delay, of those that are not too small to tell. */
    List<Row> topTen() {
        return airports.entrySet().stream()
                .filter(entry -> entry.getValue().flights() >= LEAST_FLIGHTS)
                .map(entry -> new Row(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparing((Row row) -> -row.delays().mean()).thenComparing(Row::iata))
                .limit(ROWS)
                .toList();
    }

    /** How many flights all airports have together. */
    long flights() {
        return airports.values().stream().mapToLong(Delays::flights).sum();
    }
}
