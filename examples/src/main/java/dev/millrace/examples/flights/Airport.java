package dev.millrace.examples.flights;

/** An airport of the US. */
public record Airport(String iata, String name, String city, String state) {}
