package dev.millrace.examples.flights;

import java.util.Locale;

/**
 * The final numbers.
 *
 * @param flights how many flights the windows counted
 * @param alerts how many were late by more than two hours
 * @param windows how many pairs of airport and hour had a flight
 * @param deadLetters how many lines could not be read
 */
record FlightsResult(long flights, long alerts, long windows, long deadLetters, Ranking ranking) {

    String line() {
        return "flights=" + flights + " alerts=" + alerts + " windows=" + windows + " dead-letters=" + deadLetters;
    }

    String table() {
        StringBuilder table = new StringBuilder("  #  airport                          flights  mean delay\n");
        int place = 1;
        for (Ranking.Row row : ranking.topTen()) {
            table.append(String.format(
                    Locale.ROOT,
                    "%3d  %-3s %-28s %8d %7.1f min%n",
                    place++,
                    row.iata(),
                    row.delays().airport(),
                    row.delays().flights(),
                    row.delays().mean()));
        }
        return table.toString();
    }
}
