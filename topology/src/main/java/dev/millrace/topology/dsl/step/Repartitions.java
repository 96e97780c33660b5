package dev.millrace.topology.dsl.step;

import java.util.HashMap;
import java.util.Map;

/** How often each step that changes keys is followed by a repartitioning: what {@code merge.repartition.topics} is about. */
public final class Repartitions {
    private final Map<Upstream, Integer> counts = new HashMap<>();

    /** One more repartitioning is due to {@code keyChange}. */
    public void after(Upstream keyChange) {
        counts.merge(keyChange, 1, Integer::sum);
    }

    /**
     * Fails if there is anything to merge.
     *
     * @throws UnsupportedOperationException if several topics hold what one could
     */
    void checkNothingToMerge() {
        counts.forEach((keyChange, count) -> {
            if (count > 1) {
                throw new UnsupportedOperationException(
                        "StreamsBuilder.build with merge.repartition.topics (topology.optimization) is not implemented yet,"
                                + " but would merge the " + count + " repartition topics behind "
                                + keyChange.output()
                                + "; use reuse.ktable.source.topics alone, or repartition the stream once by hand");
            }
        });
    }
}
