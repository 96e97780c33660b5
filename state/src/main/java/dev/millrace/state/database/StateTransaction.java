package dev.millrace.state.database;

import dev.millrace.state.changelog.ChangelogFormat;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * A batch of changes to one {@link StateDatabase} that happens as a whole or not at all.
 *
 * <p>Later calls win over earlier ones. Nothing is visible before {@link #commit()}; {@link #close()} without it discards.
 */
public interface StateTransaction extends AutoCloseable {

    /** Sets a value. {@code store} must come from the database that began this transaction. */
    void put(OrderedBytes store, byte[] key, byte[] value);

    /**
     * Sets the value of a key that consists of a number, its first eight bytes, and the rest. Nothing else happens to this key in
     * the transaction, and the caller has no order: a database that is faster with one makes it itself.
     */
    default void putUnordered(OrderedBytes store, long number, byte[] rest, byte[] value) {
        byte[] key = new byte[Long.BYTES + rest.length];
        ChangelogFormat.putLong(key, 0, number);
        System.arraycopy(rest, 0, key, Long.BYTES, rest.length);
        put(store, key, value);
    }

    /** Removes a key, if it is there. */
    void delete(OrderedBytes store, byte[] key);

    /**
     * Sets and removes many keys, in the cheapest way the database has for them. They count as changed before everything else in
     * this transaction. If the process is killed during {@link #commit()}, they may be there without the rest, so only what
     * would be written again then may come this way: content that is being restored.
     */
    default void restore(OrderedBytes store, SortedRows rows) {
        for (int i = 0; i < rows.size(); i++) {
            byte[] value = rows.value(i);
            if (value == null) {
                delete(store, rows.key(i));
            } else {
                put(store, rows.key(i), value);
            }
        }
    }

    /** Removes all keys from {@code from} (inclusive) to {@code to} (exclusive). */
    void deleteRange(OrderedBytes store, byte[] from, byte[] to);

    /** Says up to which offset (exclusive) the content now contains a changelog. */
    void changelogOffset(TopicPartition changelog, long nextOffset);

    /** Says how far into its inputs a store now is: of each input partition, the offset of the last record in its content. */
    void position(String storeName, Map<TopicPartition, Long> offsets);

    /** Makes all changes visible and, in a persistent database, as durable as the operating system's cache. */
    void commit();

    @Override
    void close();
}
