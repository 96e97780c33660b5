package dev.millrace.streams.processor.assignment;

import java.util.UUID;

public class ProcessId implements Comparable<ProcessId> {

    public ProcessId(UUID id) {
        throw new UnsupportedOperationException("ProcessId");
    }

    public UUID id() {
        throw new UnsupportedOperationException("ProcessId.id");
    }

    public static ProcessId randomProcessId() {
        throw new UnsupportedOperationException("ProcessId.randomProcessId");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("ProcessId.toString");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("ProcessId.hashCode");
    }

    @Override
    public boolean equals(Object obj) {
        throw new UnsupportedOperationException("ProcessId.equals");
    }

    @Override
    public int compareTo(ProcessId o) {
        throw new UnsupportedOperationException("ProcessId.compareTo");
    }
}
