/**
 * Key-value stores: one value per key, with its event time or without, all of them or only those used last.
 *
 * <p>{@link dev.millrace.state.keyvalue.KeyValues} is the store; read it first. Versions of a value are another kind (package
 * {@code versioned}). Nothing here knows tables or joins. Everything here belongs to the thread that owns the task, or to who
 * holds its lock.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.keyvalue;
