package dev.millrace.conformance.script;

import java.util.List;
import java.util.Set;

/**
 * What the comparison needs to know about a program.
 *
 * @param operators the operators that it is there to cover, as {@code Type.method}
 */
public record ProgramFacts(String name, Set<String> operators, List<Input> inputs) {}
