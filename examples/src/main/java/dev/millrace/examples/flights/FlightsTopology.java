package dev.millrace.examples.flights;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.Topology;
import dev.millrace.streams.errors.LogAndContinueExceptionHandler;
import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.GlobalKTable;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KGroupedStream;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.TimeWindows;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.kstream.WindowedSerdes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/**
 * The program.
 *
 * <pre>
 *  flights --> by origin --> join airports --+--> late by over two hours ---------> flight-alerts
 *     |                                      +--> per airport and hour -----------> flight-delays
 *     +-- unreadable --> flight-dead-letters +--> per airport --> one ranking ----> flight-top-ten
 * </pre>
 */
final class FlightsTopology {
    static final String FLIGHTS = "flights";
    static final String AIRPORTS = "airports";
    static final String ALERTS = "flight-alerts";
    static final String DELAYS = "flight-delays";
    static final String TOP_TEN = "flight-top-ten";
    static final String DEAD_LETTERS = "flight-dead-letters";

    static final int ALERT_MINUTES = 120;
    static final Duration WINDOW = Duration.ofHours(1);
    static final Duration GRACE = Duration.ofHours(6);

    static final Serde<String> TEXT = Serdes.String();
    static final Serde<Flight> FLIGHT = new JsonSerde<>(Flight.class);
    static final Serde<Airport> AIRPORT = new JsonSerde<>(Airport.class);
    static final Serde<Departure> DEPARTURE = new JsonSerde<>(Departure.class);
    static final Serde<Delays> DELAY_SUM = new JsonSerde<>(Delays.class);
    static final Serde<Ranking> RANKING = new JsonSerde<>(Ranking.class);
    static final Serde<Windowed<String>> AIRPORT_HOUR =
            WindowedSerdes.timeWindowedSerdeFrom(String.class, WINDOW.toMillis());

    private FlightsTopology() {}

    static Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        GlobalKTable<String, Airport> airports = builder.globalTable(AIRPORTS, Consumed.with(TEXT, AIRPORT));
        KStream<String, Departure> departures = builder.stream(FLIGHTS, Consumed.with(TEXT, FLIGHT))
                .selectKey((key, flight) -> flight.origin())
                .join(airports, (origin, flight) -> origin, Departure::new);

        departures
                .filter((origin, departure) -> departure.flight().delay() > ALERT_MINUTES)
                .to(ALERTS, Produced.with(TEXT, DEPARTURE));

        KGroupedStream<String, Departure> byOrigin = departures.groupByKey(Grouped.with("by-origin", TEXT, DEPARTURE));
        perHour(byOrigin);
        ranking(byOrigin);
        return builder.build();
    }

    private static void perHour(KGroupedStream<String, Departure> byOrigin) {
        byOrigin.windowedBy(TimeWindows.ofSizeAndGrace(WINDOW, GRACE))
                .aggregate(
                        () -> Delays.NONE,
                        (origin, departure, delays) -> delays.plus(departure),
                        Materialized.with(TEXT, DELAY_SUM))
                .toStream()
                .to(DELAYS, Produced.with(AIRPORT_HOUR, DELAY_SUM));
    }

    private static void ranking(KGroupedStream<String, Departure> byOrigin) {
        byOrigin.aggregate(
                        () -> Delays.NONE,
                        (origin, departure, delays) -> delays.plus(departure),
                        Materialized.with(TEXT, DELAY_SUM))
                .groupBy(
                        (origin, delays) -> KeyValue.pair("all", new Ranking.Row(origin, delays)),
                        Grouped.with("ranking", TEXT, new JsonSerde<>(Ranking.Row.class)))
                .aggregate(
                        Ranking::empty,
                        (all, row, ranking) -> ranking.with(row.iata(), row.delays()),
                        (all, row, ranking) -> ranking.without(row.iata()),
                        Materialized.with(TEXT, RANKING))
                .toStream()
                .to(TOP_TEN, Produced.with(TEXT, RANKING));
    }

    /** How the program is run: what cannot be read goes to the dead letters, and the rest goes on. */
    static Properties config(String bootstrapServers, String guarantee, Path stateDir) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "flights-example");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, guarantee);
        config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 250);
        config.put(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueExceptionHandler.class.getName());
        config.put(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, DEAD_LETTERS);
        // If an instance dies, the others take its work over after this time; brokers allow no less unless told to.
        config.put(StreamsConfig.mainConsumerPrefix("session.timeout.ms"), 6_000);
        config.put(StreamsConfig.mainConsumerPrefix("heartbeat.interval.ms"), 1_000);
        return config;
    }
}
