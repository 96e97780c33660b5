package dev.millrace.topology.dsl;

import dev.millrace.topology.dsl.step.Program;
import dev.millrace.topology.dsl.step.Upstream;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Where a stream's or table's records come from.
 *
 * @param program what the step belongs to
 * @param step the last step
 * @param sources the sources that feed it, whose topics decide how it is partitioned
 * @param keyChanged whether the key is no longer the one by which the sources are partitioned
 */
record StreamOrigin(Program program, Upstream step, Set<Upstream> sources, boolean keyChanged) {

    static StreamOrigin source(Program program, Upstream source) {
        return new StreamOrigin(program, source, Set.of(source), false);
    }

    /** The same records after another step. */
    StreamOrigin then(Upstream next) {
        return new StreamOrigin(program, next, sources, keyChanged);
    }

    StreamOrigin withKeyChanged() {
        return new StreamOrigin(program, step, sources, true);
    }

    /** The sources of both, in order. */
    Set<Upstream> sourcesWith(StreamOrigin other) {
        Set<Upstream> all = new LinkedHashSet<>(sources);
        all.addAll(other.sources);
        return all;
    }
}
