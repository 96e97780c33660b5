package dev.millrace.topology.dsl;

import dev.millrace.streams.spi.Providers;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.topology.definition.StreamTableGrace;
import dev.millrace.topology.dsl.option.JoinedOptions;
import dev.millrace.topology.dsl.table.TableState;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** Whether and how the records of a stream wait for the table they are joined with, and the store they wait in. */
record JoinGrace(@Nullable StreamTableGrace definition) {
    private static final String BUFFER = "-Buffer";

    /**
     * What the options say.
     *
     * @param joinName the name of the join's node
     * @throws IllegalArgumentException if the table has no versions, or forgets them before records stop to wait
     */
    static JoinGrace of(JoinedOptions<?, ?, ?> options, TableState table, String joinName) {
        Duration grace = options.grace();
        if (grace == null) {
            return new JoinGrace(null);
        }
        long retentionMs = table.historyRetentionMs()
                .orElseThrow(() -> new IllegalArgumentException("Join " + joinName
                        + ": with a grace period, the table must keep older versions: materialize it with"
                        + " Stores.persistentVersionedKeyValueStore"));
        if (retentionMs < grace.toMillis()) {
            throw new IllegalArgumentException("Join " + joinName + ": the table's history retention must be at least"
                    + " the grace period of " + grace.toMillis() + " ms, but it is " + retentionMs + " ms");
        }
        return new JoinGrace(new StreamTableGrace(joinName + BUFFER, grace.toMillis()));
    }

    /** The store to add, if there is one. */
    List<StoreBuilder<?>> buffers(@Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde) {
        return definition == null
                ? List.of()
                : List.of(Providers.stores().recordBufferBuilder(definition.bufferName(), keySerde, valueSerde));
    }
}
