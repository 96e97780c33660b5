package dev.millrace.state.overlay;

import org.apache.kafka.common.header.Headers;

/** How the entries of a store are shown downstream when their updates are emitted. */
public interface EmittedEntries {

    /**
     * The update of an entry is due.
     *
     * @return whether what the entry said when it was last emitted is still known; if not, it counts as nothing
     */
    boolean due(Entry entry);

    /** The key, as downstream is to get it. */
    Object key(Entry entry);

    /** The object of a held value. */
    Object value(Object held);

    /** The headers of an update. */
    Headers headers(Entry entry, Headers ofWriter);

    /** No update of this entry waits any more. */
    void emitted(Entry entry);
}
