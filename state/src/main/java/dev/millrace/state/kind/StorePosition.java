package dev.millrace.state.kind;

import dev.millrace.state.RecordOrigin;
import dev.millrace.streams.query.Position;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How far into the inputs of its task a store has come: of each input partition, the offset of the last record that wrote to
 * the store.
 *
 * <p>Noted with every write, so it must cost next to nothing: the partition is nearly always that of the write before, and if
 * it is not, there are few. What changes in between is one number.
 *
 * <p>There are two positions: the current one, and that of the last commit, which is in the database with the content.
 */
public final class StorePosition {
    private final RecordOrigin origin;
    private @Nullable String[] topics = new String[2];
    private int[] partitions = new int[2];
    private long[] offsets = new long[2];
    private int count;
    private int latest;
    private boolean changed;
    private Position committed = Position.emptyPosition();

    public StorePosition(RecordOrigin origin) {
        this.origin = origin;
    }

    /** The record at work writes to the store. What a punctuation writes has no place in any input. */
    public void written() {
        String topic = origin.topic();
        if (topic != null) {
            reached(topic, origin.partition(), origin.offset());
        }
    }

    @SuppressWarnings("ReferenceEquality") // a queue always tells the same string
    private void reached(String topic, int partition, long offset) {
        if (count == 0 || topic != topics[latest] || partition != partitions[latest]) {
            latest = placeOf(topic, partition);
        }
        if (offset > offsets[latest]) {
            offsets[latest] = offset;
            changed = true;
        }
    }

    private int placeOf(String topic, int partition) {
        for (int i = 0; i < count; i++) {
            if (partitions[i] == partition && topic.equals(topics[i])) {
                return i;
            }
        }
        if (count == topics.length) {
            topics = Arrays.copyOf(topics, count * 2);
            partitions = Arrays.copyOf(partitions, count * 2);
            offsets = Arrays.copyOf(offsets, count * 2);
        }
        topics[count] = topic;
        partitions[count] = partition;
        offsets[count] = -1;
        return count++;
    }

    // ---- commit ----

    /** Goes on from what was committed in an earlier life. */
    public void startFrom(Map<TopicPartition, Long> committedOffsets) {
        committedOffsets.forEach((input, offset) -> reached(input.topic(), input.partition(), offset));
        committed();
    }

    /** Whether there was progress since the position was last in the database. */
    public boolean changed() {
        return changed;
    }

    /** The current position, to be committed. */
    public Map<TopicPartition, Long> offsets() {
        return offsets(current());
    }

    /** The position of the last commit. */
    public Map<TopicPartition, Long> committedOffsets() {
        return offsets(committed);
    }

    private static Map<TopicPartition, Long> offsets(Position position) {
        Map<TopicPartition, Long> byInput = new HashMap<>();
        for (String topic : position.getTopics()) {
            position.getPartitionPositions(topic)
                    .forEach((partition, offset) -> byInput.put(new TopicPartition(topic, partition), offset));
        }
        return byInput;
    }

    /** The current position is committed, but not in the database. */
    public void logged() {
        committed = current();
    }

    /** The current position is committed, and in the database. */
    public void committed() {
        logged();
        changed = false;
    }

    // ---- for queries ----

    /** Where the store is, with what is not committed yet: a copy. */
    public Position current() {
        Position position = Position.emptyPosition();
        for (int i = 0; i < count; i++) {
            position.withComponent(topics[i], partitions[i], offsets[i]);
        }
        return position;
    }

    /** Where the store was when it was committed last: a copy. */
    public Position lastCommitted() {
        return committed.copy();
    }
}
