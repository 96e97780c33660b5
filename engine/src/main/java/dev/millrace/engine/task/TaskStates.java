package dev.millrace.engine.task;

import dev.millrace.state.RecordOrigin;
import dev.millrace.state.TaskState;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.topology.definition.GlobalStoreDefinition;
import dev.millrace.topology.plan.Subtopology;
import java.util.Collection;
import java.util.List;
import org.apache.kafka.common.TopicPartition;

/** Makes the stores of tasks. */
public interface TaskStates {

    /**
     * All stores of {@code subtopology} for the task {@code id}, closed.
     *
     * @param origin the record that the task works on, at any time
     */
    TaskState create(TaskId id, Subtopology subtopology, RecordOrigin origin);

    /**
     * All global stores, closed.
     *
     * @param inputs all partitions of their topics
     * @param origin the record that the global task works on, at any time
     */
    TaskState createGlobal(List<GlobalStoreDefinition> stores, Collection<TopicPartition> inputs, RecordOrigin origin);
}
