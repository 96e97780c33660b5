package dev.millrace.state.overlay;

import dev.millrace.state.OriginSnapshot;
import dev.millrace.state.RecordOrigin;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * An update of one key that waits to be emitted: what the value was when the key was last emitted, and the record that wrote
 * it last.
 *
 * <p>There may be as many as there are keys, and all of them live until the next commit: so it keeps plain fields, and what
 * downstream gets (key, snapshot of the writer) is made when it is emitted.
 */
final class CachedUpdate {
    /** What the cache is charged for an update beside its key and value: the entry has paid its own memory in the overlay. */
    static final int OVERHEAD_BYTES = 40;

    final Entry entry;
    final @Nullable Object heldBefore;

    private @Nullable String topic;
    private int partition;
    private long offset;
    private long timestamp;
    private @Nullable Headers headers;

    /** The how-manieth write of its store wrote it last. */
    long turn;

    /** What the update is charged with in the cache. */
    int weight;

    CachedUpdate(Entry entry) {
        this.entry = entry;
        this.heldBefore = entry.held;
    }

    void writtenBy(RecordOrigin origin) {
        topic = origin.topic();
        partition = origin.partition();
        offset = origin.offset();
        timestamp = origin.timestamp();
        headers = origin.headers();
    }

    /** The record that wrote it last. */
    OriginSnapshot writer() {
        Headers written = headers;
        if (written == null) {
            throw new IllegalStateException("An update is emitted that nobody has written");
        }
        return new OriginSnapshot(topic, partition, offset, timestamp, written);
    }
}
