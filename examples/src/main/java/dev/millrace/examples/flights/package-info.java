/**
 * US domestic flights of early 2001, replayed at their own event time: delays by airport and hour, a running top ten, alerts,
 * and dead letters. Read {@link dev.millrace.examples.flights.FlightsTopology} first; it is the stream-processing program, and
 * everything else is there to feed it and to read what comes out.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.examples.flights;
