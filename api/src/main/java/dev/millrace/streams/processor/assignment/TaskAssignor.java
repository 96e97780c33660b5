package dev.millrace.streams.processor.assignment;

import java.util.Collection;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.common.Configurable;

public interface TaskAssignor extends Configurable {

    TaskAssignment assign(ApplicationState applicationState);

    default void onAssignmentComputed(
            ConsumerPartitionAssignor.GroupAssignment assignment,
            ConsumerPartitionAssignor.GroupSubscription subscription,
            AssignmentError error) {
        throw new UnsupportedOperationException("TaskAssignor.onAssignmentComputed");
    }

    @Override
    default void configure(Map<String, ?> configs) {
        throw new UnsupportedOperationException("TaskAssignor.configure");
    }

    enum AssignmentError {
        NONE,
        ACTIVE_TASK_ASSIGNED_MULTIPLE_TIMES,
        INVALID_STANDBY_TASK,
        MISSING_PROCESS_ID,
        UNKNOWN_PROCESS_ID,
        UNKNOWN_TASK_ID;
    }

    class TaskAssignment {

        public TaskAssignment(Collection<KafkaStreamsAssignment> assignment) {
            throw new UnsupportedOperationException("TaskAssignment");
        }

        public Collection<KafkaStreamsAssignment> assignment() {
            throw new UnsupportedOperationException("TaskAssignment.assignment");
        }
    }
}
