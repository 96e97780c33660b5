package dev.millrace.state.kind;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * The headers of the records that wrote to a store since the last commit, for a changelog that gets them. Few records have any.
 *
 * @param <E> what is written: the same object, or an equal one, for the same place
 */
public final class LoggedHeaders<E> {
    private final Map<E, Headers> byEntry = new HashMap<>();

    public void note(E entry, Headers headers) {
        if (headers.iterator().hasNext()) {
            byEntry.put(entry, headers);
        } else if (!byEntry.isEmpty()) {
            byEntry.remove(entry);
        }
    }

    public @Nullable Headers of(E entry) {
        return byEntry.isEmpty() ? null : byEntry.get(entry);
    }

    public void clear() {
        byEntry.clear();
    }
}
