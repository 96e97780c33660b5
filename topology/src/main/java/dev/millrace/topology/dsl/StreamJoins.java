package dev.millrace.topology.dsl;

import dev.millrace.streams.kstream.JoinWindows;
import dev.millrace.streams.kstream.StreamJoined;
import dev.millrace.streams.kstream.ValueJoinerWithKey;
import dev.millrace.topology.definition.JoinKind;
import dev.millrace.topology.definition.StreamJoinBounds;
import dev.millrace.topology.dsl.option.StreamJoinedOptions;
import dev.millrace.topology.dsl.step.StreamJoinNames;
import dev.millrace.topology.dsl.step.StreamJoinStep;
import org.jspecify.annotations.Nullable;

/** Where streams are joined with streams. */
final class StreamJoins {
    private StreamJoins() {}

    /** Appends the join of two streams, each behind a topic of its own if its key was changed. */
    static <K, L, R, V> DslStream<K, V> join(
            DslStream<K, L> left,
            DslStream<K, R> right,
            ValueJoinerWithKey<? super K, ? super L, ? super R, ? extends V> joiner,
            JoinWindows windows,
            @Nullable StreamJoined<K, L, R> streamJoined,
            JoinKind kind) {
        StreamJoinedOptions<K, L, R> options = StreamJoinedOptions.of(streamJoined);
        String name = options.name();
        boolean keepsNullKeys = kind != JoinKind.INNER;
        StreamOrigin leftOrigin = left.partitionedForJoin(
                options.keys(), options.leftValues(), name == null ? null : name + "-left", keepsNullKeys);
        StreamOrigin rightOrigin = right.partitionedForJoin(
                options.keys(), options.rightValues(), name == null ? null : name + "-right", keepsNullKeys);
        leftOrigin.program().copartition(leftOrigin.sources(), rightOrigin.sources());
        StreamJoinNames names = StreamJoinNames.next(leftOrigin.program().names(), kind, name);
        StreamJoinStores stores = new StreamJoinStores(
                names, kind, windows, options, leftOrigin.program().storeSuppliers());
        StreamJoinStep step = new StreamJoinStep(
                leftOrigin.program(),
                names,
                leftOrigin.step(),
                rightOrigin.step(),
                stores.left(),
                stores.right(),
                semantics(windows, kind, stores, Untyped.function(joiner)));
        leftOrigin.program().add(step);
        StreamOrigin joined = new StreamOrigin(leftOrigin.program(), step, leftOrigin.sourcesWith(rightOrigin), null);
        return new DslStream<>(joined, options.keys(), null);
    }

    private static StreamJoinStep.Semantics semantics(
            JoinWindows windows,
            JoinKind kind,
            StreamJoinStores stores,
            ValueJoinerWithKey<Object, Object, Object, Object> joiner) {
        boolean waits = kind != JoinKind.INNER && new OpenWindows(windows).waitForClose();
        return new StreamJoinStep.Semantics(
                new StreamJoinBounds(windows.beforeMs, windows.afterMs),
                windows.gracePeriodMs(),
                kind != JoinKind.INNER,
                kind == JoinKind.OUTER,
                waits ? stores.unmatched() : null,
                joiner);
    }

    /** Join windows with what only their subclasses see. */
    private static final class OpenWindows extends JoinWindows {
        OpenWindows(JoinWindows windows) {
            super(windows);
        }

        /** Whether a record is said to have no match only when its window is closed. */
        boolean waitForClose() {
            return enableSpuriousResultFix;
        }
    }
}
