package dev.millrace.state.kind;

import dev.millrace.streams.DslStoreFormat;

/** What a store does with headers. */
public enum HeaderUse {
    /** Nothing. */
    NONE,
    /** The changelog gets the headers of the records that wrote; nobody else does. */
    OF_RECORDS,
    /** They come with values and go to the changelog, but are not kept: a reader gets none. */
    OF_VALUES,
    /** They come with values, go to the changelog and are kept. */
    KEPT;

    /** The same over something that can keep so much: headers that cannot be kept are not. */
    public HeaderUse with(DslStoreFormat kept) {
        return this == KEPT && kept != DslStoreFormat.HEADERS ? OF_VALUES : this;
    }

    /** Whether headers come with values. */
    public boolean withValues() {
        return this == OF_VALUES || this == KEPT;
    }
}
