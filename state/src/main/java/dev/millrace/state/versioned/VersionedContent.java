package dev.millrace.state.versioned;

import dev.millrace.state.VersionedState;
import dev.millrace.state.kind.TaskStore;

/** What a versioned store has behind its facade: versions in the task's database, or in a store that the user supplied. */
public sealed interface VersionedContent extends TaskStore, VersionedState permits VersionedValues, SuppliedVersions {

    /** The latest version of a key. */
    @Override
    VersionSlot slot(Object key);

    @Override
    VersionSlot slotAsOf(Object key, long asOfMs);

    /**
     * Says that a key has no value from a time on.
     *
     * @return the version that held at that time; nothing if that is longer ago than the store keeps
     */
    VersionSlot deleteVersion(Object key, long timestamp);
}
