package dev.millrace.topology.definition;

import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.streams.kstream.Merger;
import dev.millrace.streams.kstream.Reducer;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.kstream.SlidingWindows;
import dev.millrace.streams.kstream.Windows;
import java.util.OptionalLong;

/** Aggregations of streams in windows and sessions, records -> updates. */
public sealed interface WindowedOperator extends OperatorDefinition {

    @Override
    default <R> R accept(OperatorDefinition.Visitor<R> visitor) {
        return visitor.windowed(this);
    }

    <R> R accept(Visitor<R> visitor);

    /** An aggregation in windows whose bounds do not depend on the records. */
    sealed interface OverWindows extends WindowedOperator {

        Windows<?> windows();

        @Override
        default OptionalLong windowGraceMs() {
            return OptionalLong.of(windows().gracePeriodMs());
        }
    }

    /**
     * Aggregates the values of a key in each time window the record falls into; keys become {@code Windowed}.
     *
     * @param emitsOnClose whether a window is sent on once, when it closes, and not with every update
     */
    record WindowAggregate(
            Windows<?> windows,
            Initializer<Object> initializer,
            Aggregator<Object, Object, Object> aggregator,
            boolean emitsOnClose,
            TableStep step)
            implements OverWindows {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.windowAggregate(this);
        }
    }

    /** Combines the values of a key in each time window; keys become {@code Windowed}. See {@link WindowAggregate}. */
    record WindowReduce(Windows<?> windows, Reducer<Object> reducer, boolean emitsOnClose, TableStep step)
            implements OverWindows {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.windowReduce(this);
        }
    }

    /**
     * Aggregates the values of a key in each window of {@code windows} around the record's time; keys become {@code Windowed}.
     * See {@link WindowAggregate}.
     */
    record SlidingAggregate(
            SlidingWindows windows,
            Initializer<Object> initializer,
            Aggregator<Object, Object, Object> aggregator,
            boolean emitsOnClose,
            TableStep step)
            implements WindowedOperator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.slidingAggregate(this);
        }

        @Override
        public OptionalLong windowGraceMs() {
            return OptionalLong.of(windows.gracePeriodMs());
        }
    }

    /**
     * Aggregates the values of a key in sessions; keys become {@code Windowed}.
     *
     * @param merger combines the aggregates of sessions that a record joins
     * @param emitsOnClose whether a session's result is sent on once, when it is closed
     */
    record SessionAggregate(
            SessionWindows windows,
            Initializer<Object> initializer,
            Aggregator<Object, Object, Object> aggregator,
            Merger<Object, Object> merger,
            boolean emitsOnClose,
            TableStep step)
            implements WindowedOperator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.sessionAggregate(this);
        }

        @Override
        public OptionalLong windowGraceMs() {
            return OptionalLong.of(windows.gracePeriodMs() + windows.inactivityGap());
        }
    }

    /** One answer per kind of operator. */
    interface Visitor<R> {
        R windowAggregate(WindowAggregate operator);

        R windowReduce(WindowReduce operator);

        R slidingAggregate(SlidingAggregate operator);

        R sessionAggregate(SessionAggregate operator);
    }
}
