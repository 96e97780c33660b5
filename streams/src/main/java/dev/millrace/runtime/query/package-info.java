/**
 * What an instance answers: the rows of its stores, how far they are behind, which instance has which key, and what its threads
 * are at.
 *
 * <p>Looks at workers and tasks and changes nothing. Stores are read under their tasks' locks. Read
 * {@link dev.millrace.runtime.query.LocalQueries} first, then {@link dev.millrace.runtime.query.GroupMap}. Safe for any thread.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.runtime.query;
