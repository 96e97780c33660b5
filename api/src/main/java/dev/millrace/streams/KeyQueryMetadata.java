package dev.millrace.streams;

import dev.millrace.streams.state.HostInfo;
import java.util.Set;

public class KeyQueryMetadata {
    public static final KeyQueryMetadata NOT_AVAILABLE = new KeyQueryMetadata(HostInfo.unavailable(), Set.of(), -1);

    public KeyQueryMetadata(HostInfo activeHost, Set<HostInfo> standbyHosts, int partition) {
        throw new UnsupportedOperationException("KeyQueryMetadata");
    }

    public HostInfo activeHost() {
        throw new UnsupportedOperationException("KeyQueryMetadata.activeHost");
    }

    public Set<HostInfo> standbyHosts() {
        throw new UnsupportedOperationException("KeyQueryMetadata.standbyHosts");
    }

    public int partition() {
        throw new UnsupportedOperationException("KeyQueryMetadata.partition");
    }

    @Override
    public boolean equals(Object obj) {
        throw new UnsupportedOperationException("KeyQueryMetadata.equals");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("KeyQueryMetadata.toString");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("KeyQueryMetadata.hashCode");
    }
}
