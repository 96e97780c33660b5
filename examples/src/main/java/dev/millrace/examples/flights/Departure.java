package dev.millrace.examples.flights;

/** A flight together with the airport that it left. */
public record Departure(Flight flight, Airport airport) {}
