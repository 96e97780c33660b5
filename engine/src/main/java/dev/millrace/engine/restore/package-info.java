/**
 * How stores get their content back: replay of changelogs, from the offset that the local content has reached to the end.
 *
 * <p>Must not process records of the program. Read {@link dev.millrace.engine.restore.Restoration} first. Belongs to the
 * worker thread.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.restore;
