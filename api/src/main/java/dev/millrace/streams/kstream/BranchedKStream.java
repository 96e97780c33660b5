package dev.millrace.streams.kstream;

import java.util.Map;

/**
 * A stream that is being split into branches (KIP-418).
 *
 * <p>The branches are tried in the order they are added. The resulting map has the branches by name, without those
 * that were handed to a consumer. No argument may be null: that is a {@code NullPointerException}.
 *
 * <p>Used by the thread that builds the topology; the predicates run on stream threads.
 *
 * @param <K> the type of the keys
 * @param <V> the type of the values
 */
public interface BranchedKStream<K, V> {

    /** As {@link #branch(Predicate, Branched)}, under a generated name. */
    BranchedKStream<K, V> branch(Predicate<? super K, ? super V> predicate);

    /** Adds a branch for the records for which the predicate holds and no earlier one did. */
    BranchedKStream<K, V> branch(Predicate<? super K, ? super V> predicate, Branched<K, V> branched);

    /** As {@link #defaultBranch(Branched)}, under a generated name. */
    Map<String, KStream<K, V>> defaultBranch();

    /** Adds a branch for all other records, and ends the split. */
    Map<String, KStream<K, V>> defaultBranch(Branched<K, V> branched);

    /** Drops all other records, and ends the split. */
    Map<String, KStream<K, V>> noDefaultBranch();
}
