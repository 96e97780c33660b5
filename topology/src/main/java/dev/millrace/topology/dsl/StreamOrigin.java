package dev.millrace.topology.dsl;

import dev.millrace.topology.dsl.step.Program;
import dev.millrace.topology.dsl.step.Upstream;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a stream's or table's records come from.
 *
 * @param program what the step belongs to
 * @param step the last step
 * @param sources the sources that feed it, whose topics decide how it is partitioned
 * @param keyChange the step after which the key is no longer the one by which the sources are partitioned; null for none
 */
record StreamOrigin(
        Program program,
        Upstream step,
        Set<Upstream> sources,
        @Nullable Upstream keyChange) {

    static StreamOrigin source(Program program, Upstream source) {
        return new StreamOrigin(program, source, Set.of(source), null);
    }

    /** The same records after another step. */
    StreamOrigin then(Upstream next) {
        return new StreamOrigin(program, next, sources, keyChange);
    }

    StreamOrigin withKeyChanged() {
        return new StreamOrigin(program, step, sources, step);
    }

    boolean keyChanged() {
        return keyChange != null;
    }

    /** The sources of both, in order. */
    Set<Upstream> sourcesWith(StreamOrigin other) {
        Set<Upstream> all = new LinkedHashSet<>(sources);
        all.addAll(other.sources);
        return all;
    }
}
