package dev.millrace.engine.assign;

import dev.millrace.streams.processor.TaskId;

/** How a task id looks in a group message. */
final class TaskIds {
    private TaskIds() {}

    static void write(MessageWriter writer, TaskId task) {
        writer.writeInt(task.subtopology()).writeInt(task.partition());
    }

    static TaskId read(MessageReader reader) {
        return new TaskId(reader.readInt(), reader.readInt());
    }
}
