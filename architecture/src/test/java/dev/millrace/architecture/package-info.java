/**
 * The shape of the system, as rules that fail the build. Each rule says why it is there; none has exceptions. If one stands in
 * your way, the design is wrong or the rule is: change one of them in the open, with an ADR.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.architecture;
