package dev.millrace.topology.definition;

/**
 * How long records of a stream wait for the past of a versioned table to be complete.
 *
 * @param bufferName the store in which they wait
 */
public record StreamTableGrace(String bufferName, long graceMs) {}
