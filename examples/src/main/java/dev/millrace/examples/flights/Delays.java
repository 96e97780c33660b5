package dev.millrace.examples.flights;

/** How many flights there were, and how late they were in total. */
public record Delays(String airport, long flights, long delayMinutes) {
    static final Delays NONE = new Delays("", 0, 0);

    Delays plus(Departure departure) {
        return new Delays(
                departure.airport().city() + ", " + departure.airport().state(),
                flights + 1,
                delayMinutes + departure.flight().delay());
    }

    /** The mean delay in minutes. */
    double mean() {
        return (double) delayMinutes / flights;
    }
}
