package dev.millrace.topology.dsl.option;

import dev.millrace.streams.kstream.Branched;
import dev.millrace.streams.kstream.KStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a {@link Branched} says. */
public final class BranchedOptions<K, V> extends Branched<K, V> {

    /** The options of a branch that is not told anything. */
    public BranchedOptions() {
        super(null, null, null);
    }

    public BranchedOptions(Branched<K, V> branched) {
        super(branched);
    }

    public @Nullable String name() {
        return name;
    }

    /** Hands the branch on to its consumer, or puts what its function makes of it (or itself) into {@code branches}. */
    public void deliver(String branchName, KStream<K, V> branch, Map<String, KStream<K, V>> branches) {
        if (chainConsumer != null) {
            chainConsumer.accept(branch);
            return;
        }
        KStream<K, V> result = chainFunction == null ? branch : chainFunction.apply(branch);
        if (result != null) {
            branches.put(branchName, result);
        }
    }
}
