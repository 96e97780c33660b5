package dev.millrace.state.kind;

import dev.millrace.state.overlay.Entry;
import java.util.IdentityHashMap;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The headers of the records that wrote entries since the last commit, for a changelog that gets them. Few records have any. */
final class LoggedHeaders {
    private final IdentityHashMap<Entry, Headers> byEntry = new IdentityHashMap<>();

    void note(Entry entry, Headers headers) {
        if (headers.iterator().hasNext()) {
            byEntry.put(entry, headers);
        } else if (!byEntry.isEmpty()) {
            byEntry.remove(entry);
        }
    }

    @Nullable
    Headers of(Entry entry) {
        return byEntry.isEmpty() ? null : byEntry.get(entry);
    }

    void clear() {
        byEntry.clear();
    }
}
