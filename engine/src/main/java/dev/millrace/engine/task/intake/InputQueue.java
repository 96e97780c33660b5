package dev.millrace.engine.task.intake;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.BuiltInSerdes;
import java.util.ArrayDeque;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * What was fetched from one input partition and not processed yet, and the decoded record at its head.
 *
 * <p>A record goes through three steps: {@link #decodeHead} makes it visible (to be compared with other partitions' heads),
 * {@link #take} lets it go, {@link #finish} counts it as done once everything downstream is done. Fields of the head stay
 * readable until the next {@code decodeHead}.
 */
public final class InputQueue {
    private static final long NOTHING_YET = -1;
    private static final Headers NO_HEADERS = new RecordHeaders();

    private final TopicPartition partition;
    private final String sourceName;
    private final Operator target;
    private final SourceDecoder decoder;
    private final boolean keysAreCanonical;
    private final boolean valuesAreCanonical;
    private final Refusals refusals;
    private final ArrayDeque<SourceBatch> waiting = new ArrayDeque<>();

    private @Nullable SourceBatch batch;
    private int index;
    private int unread;
    private long fetchedOffset = NOTHING_YET;
    private boolean headDecoded;

    private @Nullable Object key;
    private @Nullable Object value;
    private Headers headers = NO_HEADERS;
    private long timestamp;
    private long partitionTime = NOTHING_YET;

    private long nextOffset = NOTHING_YET;
    private boolean progressed;

    /**
     * Makes an empty queue.
     *
     * @param sourceName the source node that reads the partition
     * @param target the operator that its records go to
     */
    public InputQueue(
            TopicPartition partition, String sourceName, Operator target, SourceDecoder decoder, Refusals refusals) {
        this.partition = partition;
        this.sourceName = sourceName;
        this.target = target;
        this.decoder = decoder;
        this.keysAreCanonical = decoder.keysAreCanonical();
        this.valuesAreCanonical = decoder.valuesAreCanonical();
        this.refusals = refusals;
    }

    void add(SourceBatch more) {
        waiting.add(more);
        fetchedOffset = more.nextOffset();
        unread += more.size();
    }

    /** Forgets what was not taken. */
    void clear() {
        waiting.clear();
        batch = null;
        headDecoded = false;
        unread = 0;
    }

    /** Makes the next readable record the head, skipping what is refused; false if none is left. */
    boolean decodeHead() {
        while (!headDecoded && moveToNext()) {
            unread--;
            headDecoded = decode();
            if (headDecoded) {
                unread++;
            } else {
                finish();
            }
        }
        return headDecoded;
    }

    /** At the end it stays at the last record, which may still be asked about. */
    private boolean moveToNext() {
        SourceBatch current = batch;
        if (current != null && index + 1 < current.size()) {
            index++;
            return true;
        }
        SourceBatch next = waiting.poll();
        if (next == null) {
            return false;
        }
        batch = next;
        index = 0;
        if (keysAreCanonical) {
            target.expect(next);
        }
        return true;
    }

    private boolean decode() {
        SourceBatch current = batch();
        try {
            headers = current.headers(index);
            key = decoder.key().deserialize(partition.topic(), headers, current.key(index));
            value = decoder.value().deserialize(partition.topic(), headers, current.value(index));
        } catch (RuntimeException error) {
            key = null;
            value = null;
            timestamp = current.timestamp(index);
            refusals.undeserializable(this, error);
            return false;
        }
        timestamp = decoder.eventTime().of(current, index, key, value, partitionTime);
        if (timestamp < 0) {
            refusals.withoutEventTime(this, timestamp);
            return false;
        }
        partitionTime = Math.max(partitionTime, timestamp);
        return true;
    }

    /** Lets the head go: it is being processed from now on. */
    void take() {
        headDecoded = false;
        unread--;
    }

    /** The record that was taken last is done, so its successor is where to go on after a restart. */
    public void finish() {
        SourceBatch current = batch();
        nextOffset = index + 1 < current.size() ? current.offset(index) + 1 : current.nextOffset();
        progressed = true;
    }

    // ---- the head ----

    /** The batch that holds the head. */
    public SourceBatch batch() {
        SourceBatch current = batch;
        if (current == null) {
            throw new IllegalStateException("No record was decoded from " + partition);
        }
        return current;
    }

    /** The head's place in {@link #batch()}. */
    public int index() {
        return index;
    }

    /** The head's key. */
    public @Nullable Object key() {
        return key;
    }

    /** The head's value. */
    public @Nullable Object value() {
        return value;
    }

    /** The head's headers. */
    public Headers headers() {
        return headers;
    }

    /** The head's event time in milliseconds. */
    public long timestamp() {
        return timestamp;
    }

    /** The bytes of the head's key if Kafka's own serializer of its type would make the same; else null. */
    public byte @Nullable [] reusableKeyBytes() {
        return keysAreCanonical && BuiltInSerdes.keepsBytes(key) ? batch().key(index) : null;
    }

    /** The same of the head's value. */
    public byte @Nullable [] reusableValueBytes() {
        return valuesAreCanonical && BuiltInSerdes.keepsBytes(value) ? batch().value(index) : null;
    }

    // ---- the queue ----

    /** The partition it is fed from. */
    public TopicPartition partition() {
        return partition;
    }

    /** The source node that reads the partition. */
    public String sourceName() {
        return sourceName;
    }

    /** The operator that takes its records. */
    public Operator target() {
        return target;
    }

    /** Whether nothing is left to decode or take. Records that will be refused count as something. */
    boolean isEmpty() {
        return unread == 0;
    }

    /** How many records were fetched and not taken. */
    int unreadRecords() {
        return unread;
    }

    // ---- progress ----

    /** Whether records were finished since the last {@link #progressCommitted()}. */
    boolean progressed() {
        return progressed;
    }

    void progressCommitted() {
        progressed = false;
    }

    /** Where to go on after a restart; -1 if nothing was finished yet. */
    long nextOffset() {
        return nextOffset;
    }

    /** The offset behind all that was fetched; -1 if nothing was yet. */
    long fetchedOffset() {
        return fetchedOffset;
    }

    /** The highest event time decoded so far, -1 if none. */
    long partitionTime() {
        return partitionTime;
    }

    void resumePartitionTime(long committedPartitionTime) {
        partitionTime = Math.max(partitionTime, committedPartitionTime);
    }
}
