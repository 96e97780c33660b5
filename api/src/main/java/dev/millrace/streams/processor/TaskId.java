package dev.millrace.streams.processor;

public class TaskId implements Comparable<TaskId> {
    public static final String NAMED_TOPOLOGY_DELIMITER = "__";

    public TaskId(int subtopology, int partition) {
        throw new UnsupportedOperationException("TaskId");
    }

    public TaskId(int subtopology, int partition, String topologyName) {
        throw new UnsupportedOperationException("TaskId");
    }

    public int subtopology() {
        throw new UnsupportedOperationException("TaskId.subtopology");
    }

    public int partition() {
        throw new UnsupportedOperationException("TaskId.partition");
    }

    public String topologyName() {
        throw new UnsupportedOperationException("TaskId.topologyName");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("TaskId.toString");
    }

    public static TaskId parse(String taskIdStr) {
        throw new UnsupportedOperationException("TaskId.parse");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("TaskId.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("TaskId.hashCode");
    }

    @Override
    public int compareTo(TaskId other) {
        throw new UnsupportedOperationException("TaskId.compareTo");
    }
}
