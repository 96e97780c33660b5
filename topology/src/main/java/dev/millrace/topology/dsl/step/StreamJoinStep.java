package dev.millrace.topology.dsl.step;

import dev.millrace.streams.Explanation;
import dev.millrace.streams.kstream.ValueJoinerWithKey;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.definition.JoinOperator.JoinSide;
import dev.millrace.topology.definition.JoinOperator.StreamJoin;
import dev.millrace.topology.definition.JoinOperator.StreamSelfJoin;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.OperatorDefinition.PassThrough;
import dev.millrace.topology.definition.ProcessorDefinition;
import dev.millrace.topology.definition.StreamJoinBounds;
import dev.millrace.topology.definition.StreamJoinSide;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Joins two streams.
 *
 * <pre>
 *   left  -> windowed -> join \
 *              v           ^   > merge
 *          left store      |  /
 *                   \------)-----.
 *                          |     v
 *          right store ----'    (and the other way round)
 * </pre>
 *
 * Each side keeps its records in a store of its own and looks for matches in that of the other side. If both sides are the
 * same stream and the program is optimized so, one store and one look-up serve both: the left side's store, and the last
 * node. Such a join is an inner one, because a record always matches itself.
 */
public final class StreamJoinStep implements Upstream {
    private static final Rule RULE = Rule.SINGLE_STORE_SELF_JOIN;

    private final Program program;
    private final StreamJoinNames names;
    private final Upstream left;
    private final Upstream right;
    private final StoreBuilder<?> leftStore;
    private final StoreBuilder<?> rightStore;
    private final Semantics semantics;

    /**
     * What the join means.
     *
     * @param unmatched the store of records that wait for a match; null if none do
     * @param joiner from key, left and right value to the result
     */
    public record Semantics(
            StreamJoinBounds bounds,
            long graceMs,
            boolean keepsLeft,
            boolean keepsRight,
            @Nullable StoreBuilder<?> unmatched,
            ValueJoinerWithKey<Object, Object, Object, Object> joiner) {}

    public StreamJoinStep(
            Program program,
            StreamJoinNames names,
            Upstream left,
            Upstream right,
            StoreBuilder<?> leftStore,
            StoreBuilder<?> rightStore,
            Semantics semantics) {
        this.program = program;
        this.names = names;
        this.left = left;
        this.right = right;
        this.leftStore = leftStore;
        this.rightStore = rightStore;
        this.semantics = semantics;
    }

    @Override
    public String output() {
        return names.merge();
    }

    @Override
    public OptionalLong windowGraceMs() {
        OptionalLong leftMs = left.windowGraceMs();
        OptionalLong rightMs = right.windowGraceMs();
        return leftMs.isPresent() && rightMs.isPresent()
                ? OptionalLong.of(Math.max(leftMs.getAsLong(), rightMs.getAsLong()))
                : OptionalLong.empty();
    }

    @Override
    public void lower(RecordedTopology target) {
        boolean same = left.output().equals(right.output());
        if (program.follows(RULE) && same) {
            lowerSelfJoin(target);
        } else {
            lowerJoin(target);
        }
        target.add(explain(same));
    }

    private Explanation explain(boolean same) {
        String stores = leftStore.name() + " and " + rightStore.name();
        if (!same) {
            return RULE.left(
                    List.of(names.merge(), left.output(), right.output()),
                    "join " + names.merge() + " keeps its two sides in the stores " + stores,
                    "they are two streams, behind " + left.output() + " and behind " + right.output());
        }
        return program.follows(RULE)
                ? RULE.did(
                        List.of(names.merge(), left.output(), leftStore.name()),
                        "join " + names.merge() + " keeps each record once, in store " + leftStore.name()
                                + ", and needs no store " + rightStore.name(),
                        "both its sides are the stream behind " + left.output())
                : RULE.off(
                        List.of(names.merge(), left.output(), leftStore.name(), rightStore.name()),
                        "join " + names.merge() + " keeps each record of the stream behind " + left.output()
                                + " twice, in the stores " + stores);
    }

    private void lowerSelfJoin(RecordedTopology target) {
        add(target, names.windowedThis(), List.of(left.output()), new JoinSide(leftStore.name()));
        target.addStateStore(leftStore, List.of(names.windowedThis()));
        OperatorDefinition join = new StreamSelfJoin(leftStore.name(), semantics.bounds(), semantics.joiner());
        add(target, names.merge(), List.of(names.windowedThis()), join);
        target.connectProcessorAndStateStores(names.merge(), List.of(leftStore.name()));
    }

    private void lowerJoin(RecordedTopology target) {
        add(target, names.windowedThis(), List.of(left.output()), new JoinSide(leftStore.name()));
        target.addStateStore(leftStore, List.of(names.windowedThis()));
        add(target, names.windowedOther(), List.of(right.output()), new JoinSide(rightStore.name()));
        target.addStateStore(rightStore, List.of(names.windowedOther()));
        add(target, names.joinThisNode(), List.of(names.windowedThis()), leftJoin());
        add(target, names.joinOtherNode(), List.of(names.windowedOther()), rightJoin());
        add(target, names.merge(), List.of(names.joinThisNode(), names.joinOtherNode()), new PassThrough());
        target.connectProcessorAndStateStores(names.joinThisNode(), List.of(rightStore.name()));
        target.connectProcessorAndStateStores(names.joinOtherNode(), List.of(leftStore.name()));
        StoreBuilder<?> unmatched = semantics.unmatched();
        if (unmatched != null) {
            target.addStateStore(unmatched, List.of(names.joinThisNode(), names.joinOtherNode()));
        }
    }

    private StreamJoin leftJoin() {
        return new StreamJoin(
                new StreamJoinSide(
                        true,
                        leftStore.name(),
                        rightStore.name(),
                        unmatchedName(),
                        semantics.bounds(),
                        semantics.graceMs(),
                        semantics.keepsLeft()),
                semantics.joiner());
    }

    private StreamJoin rightJoin() {
        return new StreamJoin(
                new StreamJoinSide(
                        false,
                        rightStore.name(),
                        leftStore.name(),
                        unmatchedName(),
                        semantics.bounds().seenFromOther(),
                        semantics.graceMs(),
                        semantics.keepsRight()),
                semantics.joiner());
    }

    private @Nullable String unmatchedName() {
        StoreBuilder<?> unmatched = semantics.unmatched();
        return unmatched == null ? null : unmatched.name();
    }

    private static void add(RecordedTopology target, String name, List<String> parents, OperatorDefinition operator) {
        target.add(new ProcessorDefinition(name, parents, operator, List.of()));
    }
}
