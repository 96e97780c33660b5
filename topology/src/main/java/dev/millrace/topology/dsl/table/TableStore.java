package dev.millrace.topology.dsl.table;

import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.Windows;
import dev.millrace.streams.state.DslKeyValueParams;
import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.streams.state.DslWindowParams;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.VersionedBytesStoreSupplier;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** The store of a table: its name, and its builder once it is needed. */
public final class TableStore {
    private final String name;
    private final Supplier<StoreBuilder<?>> maker;
    private @Nullable StoreBuilder<?> builder;

    private TableStore(String name, Supplier<StoreBuilder<?>> maker) {
        this.name = name;
        this.maker = maker;
    }

    public String name() {
        return name;
    }

    /** The builder, the same one each time: a name stands for one store. */
    public StoreBuilder<?> builder() {
        if (builder == null) {
            builder = maker.get();
        }
        return builder;
    }

    /**
     * A store of rows.
     *
     * @param suppliers what makes the store if {@code options} do not say
     */
    public static TableStore ofRows(
            String name,
            MaterializedOptions<?, ?, ?> options,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> valueSerde,
            DslStoreSuppliers suppliers) {
        return new TableStore(name, () -> {
            KeyValueBytesStoreSupplier supplier = options.supplier() instanceof KeyValueBytesStoreSupplier given
                    ? given
                    : chosen(options, suppliers).keyValueStore(new DslKeyValueParams(name, DslStoreFormat.TIMESTAMPED));
            return options.applyTo(rows(supplier, keySerde, valueSerde));
        });
    }

    private static StoreBuilder<?> rows(
            KeyValueBytesStoreSupplier supplier, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde) {
        return supplier instanceof VersionedBytesStoreSupplier versioned
                ? Stores.versionedKeyValueStoreBuilder(versioned, keySerde, valueSerde)
                : Stores.timestampedKeyValueStoreBuilder(supplier, keySerde, valueSerde);
    }

    /**
     * A store of windows.
     *
     * @param suppliers what makes the store if {@code options} do not say
     * @throws IllegalArgumentException if windows were to be dropped before they are closed
     */
    public static TableStore ofWindows(
            String name,
            Windows<?> windows,
            MaterializedOptions<?, ?, ?> options,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> valueSerde,
            DslStoreSuppliers suppliers) {
        long retentionMs = retentionMs(name, windows, options);
        return new TableStore(name, () -> {
            WindowBytesStoreSupplier supplier = options.supplier() instanceof WindowBytesStoreSupplier given
                    ? given
                    : chosen(options, suppliers).windowStore(windowParams(name, windows, retentionMs));
            return options.applyTo(Stores.timestampedWindowStoreBuilder(supplier, keySerde, valueSerde));
        });
    }

    private static DslWindowParams windowParams(String name, Windows<?> windows, long retentionMs) {
        return new DslWindowParams(
                name,
                Duration.ofMillis(retentionMs),
                Duration.ofMillis(windows.size()),
                false,
                EmitStrategy.onWindowUpdate(),
                false,
                DslStoreFormat.TIMESTAMPED);
    }

    private static long retentionMs(String name, Windows<?> windows, MaterializedOptions<?, ?, ?> options) {
        long neededMs = windows.size() + windows.gracePeriodMs();
        long retentionMs = neededMs;
        if (options.supplier() instanceof WindowBytesStoreSupplier supplier) {
            retentionMs = supplier.retentionPeriod();
        } else if (options.keptFor() != null) {
            retentionMs = options.keptFor().toMillis();
        }
        if (retentionMs < neededMs) {
            throw new IllegalArgumentException("The retention period of the window store " + name
                    + " must be no smaller than its window size plus the grace period, but it is " + retentionMs
                    + " ms, the size " + windows.size() + " ms and the grace period " + windows.gracePeriodMs()
                    + " ms");
        }
        return retentionMs;
    }

    private static DslStoreSuppliers chosen(MaterializedOptions<?, ?, ?> options, DslStoreSuppliers suppliers) {
        DslStoreSuppliers given = options.suppliers();
        return given == null ? suppliers : given;
    }
}
