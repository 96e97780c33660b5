package dev.millrace.conformance.script;

import java.util.List;
import java.util.Set;

/**
 * Who has which task: the names of the tasks of each process, by its number.
 *
 * @param error what the engine's own check says of it
 */
public record Placement(List<Set<String>> active, List<Set<String>> standby, String error) {}
