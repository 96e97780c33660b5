package dev.millrace.streams;

import dev.millrace.streams.state.HostInfo;
import java.util.Objects;
import java.util.Set;

/**
 * Which instances hold a key: the one with the active task, those with standbys, and the partition (KIP-535).
 *
 * <p>Immutable.
 */
public class KeyQueryMetadata {
    /** Says that the assignment is not known, for instance while the group rebalances: ask again later. */
    public static final KeyQueryMetadata NOT_AVAILABLE = new KeyQueryMetadata(HostInfo.unavailable(), Set.of(), -1);

    private final HostInfo activeHost;
    private final Set<HostInfo> standbyHosts;
    private final int partition;

    /** Creates the metadata of one key. */
    public KeyQueryMetadata(HostInfo activeHost, Set<HostInfo> standbyHosts, int partition) {
        this.activeHost = activeHost;
        this.standbyHosts = standbyHosts;
        this.partition = partition;
    }

    /** The instance whose active task holds the key. */
    public HostInfo activeHost() {
        return activeHost;
    }

    /** The instances that hold a standby copy of the key. */
    public Set<HostInfo> standbyHosts() {
        return standbyHosts;
    }

    /** The partition of the store the key belongs to. */
    public int partition() {
        return partition;
    }

    @Override
    public boolean equals(Object obj) {
        return obj instanceof KeyQueryMetadata other
                && partition == other.partition
                && Objects.equals(activeHost, other.activeHost)
                && Objects.equals(standbyHosts, other.standbyHosts);
    }

    @Override
    public String toString() {
        return "KeyQueryMetadata {activeHost=" + activeHost + ", standbyHosts=" + standbyHosts + ", partition="
                + partition + "}";
    }

    @Override
    public int hashCode() {
        return Objects.hash(activeHost, standbyHosts, partition);
    }
}
