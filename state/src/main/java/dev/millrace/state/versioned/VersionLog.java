package dev.millrace.state.versioned;

import dev.millrace.state.ChangelogSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** The versions that were written since the last commit, in the order in which they were: what the changelog gets. */
final class VersionLog {
    private final Function<Object, byte[]> payload;
    private final List<Put> puts = new ArrayList<>();

    /** @param payload what the changelog gets of a held value */
    VersionLog(Function<Object, byte[]> payload) {
        this.payload = payload;
    }

    private static final class Put {
        final byte[] key;
        final @Nullable Object held;
        final long timestamp;

        Put(byte[] key, @Nullable Object held, long timestamp) {
            this.key = key;
            this.held = held;
            this.timestamp = timestamp;
        }
    }

    void add(byte[] key, @Nullable Object held, long timestamp) {
        puts.add(new Put(key, held, timestamp));
    }

    /** Can be done again if the commit does not come about. */
    void writeTo(TopicPartition changelog, ChangelogSink sink) {
        for (Put put : puts) {
            byte[] value = put.held == null ? null : payload.apply(put.held);
            sink.append(changelog, put.key, value, put.timestamp, null);
        }
    }

    void clear() {
        puts.clear();
    }
}
