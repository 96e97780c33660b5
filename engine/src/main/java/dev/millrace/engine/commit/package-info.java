/**
 * How progress becomes final: at-least-once and exactly-once, each as a list of steps that a reader can check.
 *
 * <p>Must not decide when to commit; the worker does. Read {@link dev.millrace.engine.commit.CommitProtocol} first. Belongs to
 * the worker thread.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.commit;
