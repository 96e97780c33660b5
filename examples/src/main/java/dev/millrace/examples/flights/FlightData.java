package dev.millrace.examples.flights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The data: 20,000 US domestic flights of January to March 2001, and the airports of the US. From the npm package
 * vega-datasets 2.11.0 (BSD-3-Clause), whose source is the US Department of Transportation, Bureau of Transportation
 * Statistics: public data, committed as it is. See data-sources.md beside the files.
 */
final class FlightData {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> UNREADABLE = List.of(
            "{\"date\":\"2001/01/20 12:00\",\"delay\":\"very\",\"origin\":\"SAN\"}",
            "not json at all",
            "{\"date\":\"2001/03/01 08:15\",\"delay\":4,\"distance\":418,\"origin\":");

    /**
     * A line of the feed: its text, and what the feed itself says about it.
     *
     */
    record Line(long eventTimeMs, String airport, String text) {}

    private FlightData() {}

    /** The feed by event time: every flight, and three lines that nobody can read, spread among them. */
    static List<Line> lines() {
        List<Line> lines = new ArrayList<>(flights().stream()
                .map(flight -> new Line(flight.eventTimeMs(), flight.origin(), write(flight)))
                .sorted(Comparator.comparingLong(Line::eventTimeMs))
                .toList());
        int distance = lines.size() / (UNREADABLE.size() + 1);
        for (int i = 0; i < UNREADABLE.size(); i++) {
            int place = (i + 1) * distance;
            Line before = lines.get(place - 1);
            lines.add(place, new Line(before.eventTimeMs(), before.airport(), UNREADABLE.get(i)));
        }
        return lines;
    }

    /** All flights, in the order of the file. */
    static List<Flight> flights() {
        try (InputStream file = open("flights-20k.json")) {
            List<Flight> flights = new ArrayList<>();
            for (JsonNode node : JSON.readTree(file)) {
                flights.add(JSON.treeToValue(node, Flight.class));
            }
            return flights;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All airports. */
    static List<Airport> airports() {
        try (BufferedReader file =
                new BufferedReader(new InputStreamReader(open("airports.csv"), StandardCharsets.UTF_8))) {
            Stream<String> rows = file.lines().skip(1);
            return rows.map(FlightData::airport).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** {@code iata,name,city,state,country,latitude,longitude}; a name may be quoted because it contains a comma. */
    private static Airport airport(String row) {
        String[] fields = row.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        return new Airport(fields[0], fields[1].replace("\"", ""), fields[2].replace("\"", ""), fields[3]);
    }

    private static String write(Flight flight) {
        try {
            return JSON.writeValueAsString(flight);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static InputStream open(String name) {
        return Objects.requireNonNull(FlightData.class.getResourceAsStream(name), name);
    }
}
