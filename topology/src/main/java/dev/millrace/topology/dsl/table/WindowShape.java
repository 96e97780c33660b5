package dev.millrace.topology.dsl.table;

import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.streams.kstream.Reducer;
import dev.millrace.streams.kstream.SlidingWindows;
import dev.millrace.streams.kstream.Windows;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.definition.WindowedOperator.SlidingAggregate;
import dev.millrace.topology.definition.WindowedOperator.WindowAggregate;
import dev.millrace.topology.definition.WindowedOperator.WindowReduce;

/** The windows that a stream is divided into: what a store must keep of them, and which operator fills them. */
public sealed interface WindowShape {

    /** From the start to the end of a window. */
    long sizeMs();

    /** How far back, from the start of the latest window, a window may still be needed. */
    long neededMs();

    /** Fails if windows were to be dropped from a store before they are closed. */
    void checkRetention(String storeName, long retentionMs, boolean storeIsSupplied);

    OperatorDefinition aggregate(
            Initializer<Object> initializer,
            Aggregator<Object, Object, Object> aggregator,
            boolean emitsOnClose,
            TableStep step);

    OperatorDefinition reduce(Reducer<Object> reducer, boolean emitsOnClose, TableStep step);

    /** Windows whose bounds are known beforehand. */
    record Fixed(Windows<?> windows) implements WindowShape {

        @Override
        public long sizeMs() {
            return windows.size();
        }

        @Override
        public long neededMs() {
            return windows.size() + windows.gracePeriodMs();
        }

        @Override
        public void checkRetention(String storeName, long retentionMs, boolean storeIsSupplied) {
            if (retentionMs < neededMs()) {
                throw new IllegalArgumentException("The retention period of the window store " + storeName
                        + " does not reach over a window and the grace period after it: it is " + retentionMs
                        + " ms, the size " + windows.size() + " ms and the grace period " + windows.gracePeriodMs()
                        + " ms");
            }
        }

        @Override
        public OperatorDefinition aggregate(
                Initializer<Object> initializer,
                Aggregator<Object, Object, Object> aggregator,
                boolean emitsOnClose,
                TableStep step) {
            return new WindowAggregate(windows, initializer, aggregator, emitsOnClose, step);
        }

        @Override
        public OperatorDefinition reduce(Reducer<Object> reducer, boolean emitsOnClose, TableStep step) {
            return new WindowReduce(windows, reducer, emitsOnClose, step);
        }
    }

    /** Windows whose bounds are given by the records in them. */
    record Sliding(SlidingWindows windows) implements WindowShape {

        @Override
        public long sizeMs() {
            return windows.timeDifferenceMs();
        }

        /** A late record's aggregate may begin with that of a window that ends where the record's own begins. */
        @Override
        public long neededMs() {
            return 2 * windows.timeDifferenceMs() + windows.gracePeriodMs();
        }

        /** The reference does not look at stores that are supplied. */
        @Override
        public void checkRetention(String storeName, long retentionMs, boolean storeIsSupplied) {
            if (retentionMs < neededMs() && !storeIsSupplied) {
                throw new IllegalArgumentException("The retention period of the window store " + storeName
                        + " does not reach over a window, which is twice the time difference, and the grace period after it: it is "
                        + retentionMs + " ms, the time difference " + windows.timeDifferenceMs()
                        + " ms and the grace period " + windows.gracePeriodMs() + " ms");
            }
        }

        @Override
        public OperatorDefinition aggregate(
                Initializer<Object> initializer,
                Aggregator<Object, Object, Object> aggregator,
                boolean emitsOnClose,
                TableStep step) {
            return new SlidingAggregate(windows, initializer, aggregator, emitsOnClose, step);
        }

        @Override
        public OperatorDefinition reduce(Reducer<Object> reducer, boolean emitsOnClose, TableStep step) {
            return aggregate(
                    () -> null,
                    (key, value, result) -> result == null ? value : reducer.apply(result, value),
                    emitsOnClose,
                    step);
        }
    }
}
