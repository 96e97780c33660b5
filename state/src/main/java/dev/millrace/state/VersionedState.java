package dev.millrace.state;

import org.jspecify.annotations.Nullable;

/**
 * A versioned store as an operator sees it. As a {@link KeyValueState} it shows the latest version of each key, and what is
 * written to it becomes a version.
 */
public interface VersionedState extends KeyValueState {
    /** What {@link #putVersion} returns if the version is the latest of its key. */
    long LATEST = -1;

    /** What {@link #putVersion} returns if the version is older than the store keeps. */
    long TOO_OLD = Long.MIN_VALUE;

    /**
     * Adds a version, or replaces the one of the same time.
     *
     * @param value null says that there is no value from this time on
     * @param timestamp since when it holds
     * @return until when it holds, {@link #LATEST} or {@link #TOO_OLD}
     */
    long putVersion(Object key, @Nullable Object value, long timestamp);

    /** The version of {@code key} that held at a time, as far as that is known. */
    Slot slotAsOf(Object key, long asOfMs);
}
