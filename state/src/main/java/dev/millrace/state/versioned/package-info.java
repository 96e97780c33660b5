/**
 * The versioned key-value store: the versions of each key's value, for as long as the history is kept.
 *
 * <p>{@link dev.millrace.state.versioned.VersionedValues} is the store; read it first.
 * {@link dev.millrace.state.versioned.VersionHistory} is one row of the past, {@link dev.millrace.state.versioned.VersionLayout}
 * says where rows lie. {@link dev.millrace.state.versioned.SuppliedVersions} stands in for all of that where the user supplies a
 * store of bytes. Nothing here knows tables or joins. Everything here belongs to the thread that owns the task, or to who
 * holds its lock.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.state.versioned;
