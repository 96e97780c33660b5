package dev.millrace.streams.processor.assignment;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.common.Configurable;

/**
 * Decides which process runs which task: named by {@code task.assignor.class} (KIP-924).
 *
 * <p>Called on the thread of the group's leader. Must be the same on all instances.
 */
public interface TaskAssignor extends Configurable {

    /**
     * Assigns all tasks.
     *
     * @throws dev.millrace.streams.errors.TaskAssignmentException if that is not possible now; the assignment stays as it
     *     is and is tried again
     */
    TaskAssignment assign(ApplicationState applicationState);

    /**
     * Hears what became of the assignment.
     *
     * @param assignment what every member gets
     * @param subscription what every member said
     * @param error what was wrong with the assignment
     */
    default void onAssignmentComputed(
            ConsumerPartitionAssignor.GroupAssignment assignment,
            ConsumerPartitionAssignor.GroupSubscription subscription,
            AssignmentError error) {}

    /** Reads the configuration. */
    @Override
    default void configure(Map<String, ?> configs) {}

    /** What can be wrong with an assignment. */
    enum AssignmentError {
        /** Nothing. */
        NONE,
        /** A task is active twice. */
        ACTIVE_TASK_ASSIGNED_MULTIPLE_TIMES,
        /** A task without state has a standby. */
        INVALID_STANDBY_TASK,
        /** A process got no assignment, not even an empty one. */
        MISSING_PROCESS_ID,
        /** There is no such process. */
        UNKNOWN_PROCESS_ID,
        /** There is no such task. */
        UNKNOWN_TASK_ID
    }

    /** The assignments of all processes. Immutable. */
    class TaskAssignment {
        private final Collection<KafkaStreamsAssignment> assignment;

        /** Creates the assignment. */
        public TaskAssignment(Collection<KafkaStreamsAssignment> assignment) {
            this.assignment = List.copyOf(assignment);
        }

        /** One for each process. */
        public Collection<KafkaStreamsAssignment> assignment() {
            return assignment;
        }

        @Override
        public String toString() {
            return "TaskAssignment" + assignment;
        }
    }
}
