package dev.millrace.topology.dsl;

import dev.millrace.streams.errors.TopologyException;
import dev.millrace.streams.kstream.Suppressed;
import dev.millrace.streams.spi.EagerBuffer;
import dev.millrace.streams.spi.Providers;
import dev.millrace.streams.spi.Suppression;
import dev.millrace.streams.spi.SuppressionBuffer;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.definition.OperatorDefinition.TableSuppress;
import dev.millrace.topology.definition.TableLookup;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.dsl.step.OperatorStep;
import dev.millrace.topology.dsl.table.TableState;
import dev.millrace.topology.naming.NameSequence;
import dev.millrace.topology.naming.Prefix;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * A suppression with the names of its node and its buffer. Unlike other steps, one that the user named uses up no number: so
 * it is in the reference.
 */
record TableSuppression(Suppression<?> asked, String name, String bufferName) {

    static TableSuppression of(@Nullable Suppressed<?> suppressed, NameSequence names) {
        if (!(suppressed instanceof Suppression<?> asked)) {
            throw new IllegalArgumentException("KTable.suppress takes what Suppressed makes, not "
                    + (suppressed == null ? "null" : suppressed.getClass().getName()));
        }
        String given = asked.name();
        return given == null
                ? new TableSuppression(asked, names.next(Prefix.TABLE_SUPPRESS), names.nextStore(Prefix.TABLE_SUPPRESS))
                : new TableSuppression(asked, given, given + "-store");
    }

    /** The table behind the suppression. */
    <K, V> DslTable<K, V> append(
            StreamOrigin origin, TableState state, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        // What downstream knows of a key is the old value of the first update that is held back.
        state.sendOldValues();
        TableState result = TableState.derived(state, upstream -> new TableLookup.Suppressed(upstream, bufferName));
        long waitMs = waitMs(origin);
        OperatorStep step = new OperatorStep(name, List.of(origin.step()), () -> definition(waitMs, result.step()));
        StoreBuilder<?> buffer =
                Providers.stores().suppressionBufferBuilder(bufferName, keySerde, valueSerde, asked.limits());
        origin.program().add(step.withStores(() -> List.of(buffer)));
        return new DslTable<>(origin.then(step), result, keySerde, valueSerde, null);
    }

    private TableSuppress definition(long waitMs, TableStep step) {
        SuppressionBuffer limits = asked.limits();
        return new TableSuppress(
                bufferName,
                waitMs,
                asked.timeLimit() == null,
                limits.maxRecords(),
                limits.maxBytes(),
                limits instanceof EagerBuffer,
                step);
    }

    /** A final result waits for the grace period of its window. */
    private long waitMs(StreamOrigin origin) {
        Duration limit = asked.timeLimit();
        if (limit != null) {
            return limit.toMillis();
        }
        return origin.step()
                .windowGraceMs()
                .orElseThrow(() -> new TopologyException("Suppression " + name
                        + " waits until windows close, but not everything that comes through "
                        + origin.step().output()
                        + " was put into windows: use Suppressed.untilTimeLimit, or aggregate by windows before"));
    }
}
