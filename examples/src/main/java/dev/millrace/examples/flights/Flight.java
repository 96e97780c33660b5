package dev.millrace.examples.flights;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One departure.
 *
 * @param date scheduled departure, as {@code 2001/01/13 14:56}; the data does not say in which zone, we take UTC
 * @param delay minutes, negative if early
 * @param distance miles
 * @param origin IATA code of the airport it left
 * @param destination IATA code of the airport it went to
 */
public record Flight(String date, int delay, int distance, String origin, String destination) {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu/MM/dd HH:mm");

    /** When it happened, in milliseconds since the epoch. */
    long eventTimeMs() {
        return LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC).toEpochMilli();
    }
}
