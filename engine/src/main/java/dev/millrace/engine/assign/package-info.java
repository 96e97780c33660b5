/**
 * Who runs what: pure functions from the members of the group, what they ran and what state they have, to a division of the
 * tasks.
 *
 * <p>Must not touch the world: no clock, log, thread or Kafka. Read {@link dev.millrace.engine.assign.TaskDivision} first,
 * then {@link dev.millrace.engine.assign.GroupDivision} which applies it to a group. Everything is immutable.
 */
@org.jspecify.annotations.NullMarked
package dev.millrace.engine.assign;
