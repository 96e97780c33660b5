package dev.millrace.streams.processor.assignment;

import java.util.UUID;

/** Which process, and so which state directory, an instance of the application is. Immutable. */
public class ProcessId implements Comparable<ProcessId> {
    private final UUID id;

    /** Creates the id. */
    public ProcessId(UUID id) {
        this.id = id;
    }

    /** The id as it is written. */
    public UUID id() {
        return id;
    }

    /** An id that no other process has. */
    public static ProcessId randomProcessId() {
        return new ProcessId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return id.toString();
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public boolean equals(Object obj) {
        return this == obj || (obj instanceof ProcessId other && id.equals(other.id));
    }

    @Override
    public int compareTo(ProcessId o) {
        return id.compareTo(o.id);
    }
}
