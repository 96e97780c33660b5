/** What is given to a program and what came out of it, as plain data that both engines' class loaders share. */
@org.jspecify.annotations.NullMarked
package dev.millrace.conformance.script;
