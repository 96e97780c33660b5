package dev.millrace.topology.dsl.table;

import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.SessionWindows;
import dev.millrace.streams.spi.HistoryStoreBuilder;
import dev.millrace.streams.spi.Providers;
import dev.millrace.streams.state.DslKeyValueParams;
import dev.millrace.streams.state.DslSessionParams;
import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.streams.state.DslWindowParams;
import dev.millrace.streams.state.HeadersBytesStoreSupplier;
import dev.millrace.streams.state.KeyValueBytesStoreSupplier;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.Stores;
import dev.millrace.streams.state.VersionedBytesStoreSupplier;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import dev.millrace.topology.definition.OpenStoreBuilder;
import dev.millrace.topology.definition.TableLookup;
import dev.millrace.topology.definition.TableLookup.InSessionStore;
import dev.millrace.topology.definition.TableLookup.InStore;
import dev.millrace.topology.definition.TableLookup.InWindowStore;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** The store of a table: its name and its builder. */
public final class TableStore {
    private final String name;
    private final StoreBuilder<?> builder;
    private final Function<String, TableLookup> lookup;

    private TableStore(String name, StoreBuilder<?> builder, Function<String, TableLookup> lookup) {
        this.name = name;
        this.builder = builder;
        this.lookup = lookup;
    }

    public String name() {
        return name;
    }

    public StoreBuilder<?> builder() {
        return builder;
    }

    /** How a row is found in it. */
    TableLookup lookup() {
        return lookup.apply(name);
    }

    /** How long the history of a row is kept, empty if it is not. */
    OptionalLong historyRetentionMs() {
        return builder instanceof HistoryStoreBuilder<?> history
                ? OptionalLong.of(history.historyRetentionMs())
                : OptionalLong.empty();
    }

    /**
     * A store of rows.
     *
     * @param suppliers what makes the store if {@code options} do not say; null for the configured default
     */
    public static TableStore ofRows(
            String name,
            MaterializedOptions<?, ?, ?> options,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> valueSerde,
            @Nullable DslStoreSuppliers suppliers) {
        if (options.supplier() instanceof KeyValueBytesStoreSupplier given) {
            return new TableStore(name, options.applyTo(rows(given, keySerde, valueSerde)), InStore::new);
        }
        return of(
                name,
                chosen(options, suppliers),
                (by, format) -> options.applyTo(
                        rows(by.keyValueStore(new DslKeyValueParams(name, format)), keySerde, valueSerde)),
                InStore::new);
    }

    /** A store of the subscriptions of a join by foreign key. */
    public static TableStore ofSubscriptions(String name, @Nullable DslStoreSuppliers suppliers) {
        return of(
                name,
                suppliers,
                (by, format) -> Providers.stores()
                        .subscriptionStoreBuilder(by.keyValueStore(new DslKeyValueParams(name, format))),
                InStore::new);
    }

    private static TableStore of(
            String name,
            @Nullable DslStoreSuppliers suppliers,
            BiFunction<DslStoreSuppliers, DslStoreFormat, StoreBuilder<?>> maker,
            Function<String, TableLookup> lookup) {
        StoreBuilder<?> builder = new OpenStoreBuilder(
                name,
                configured ->
                        maker.apply(suppliers == null ? configured.suppliers() : suppliers, configured.tableFormat()));
        return new TableStore(name, builder, lookup);
    }

    private static StoreBuilder<?> rows(
            KeyValueBytesStoreSupplier supplier, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde) {
        if (supplier instanceof VersionedBytesStoreSupplier versioned) {
            return Stores.versionedKeyValueStoreBuilder(versioned, keySerde, valueSerde);
        }
        return supplier instanceof HeadersBytesStoreSupplier
                ? Stores.timestampedKeyValueStoreWithHeadersBuilder(supplier, keySerde, valueSerde)
                : Stores.timestampedKeyValueStoreBuilder(supplier, keySerde, valueSerde);
    }

    /**
     * A store of windows.
     *
     * @param suppliers what makes the store if {@code options} do not say; null for the configured default
     * @throws IllegalArgumentException if windows were to be dropped before they are closed
     */
    public static TableStore ofWindows(
            String name,
            WindowShape windows,
            EmitStrategy emitStrategy,
            MaterializedOptions<?, ?, ?> options,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> valueSerde,
            @Nullable DslStoreSuppliers suppliers) {
        if (options.supplier() instanceof WindowBytesStoreSupplier given) {
            windows.checkRetention(name, given.retentionPeriod(), true);
            return new TableStore(name, options.applyTo(windows(given, keySerde, valueSerde)), InWindowStore::new);
        }
        long retentionMs = options.keptFor() == null
                ? windows.neededMs()
                : options.keptFor().toMillis();
        windows.checkRetention(name, retentionMs, false);
        return of(
                name,
                chosen(options, suppliers),
                (by, format) -> options.applyTo(windows(
                        by.windowStore(windowParams(name, windows, retentionMs, emitStrategy, format)),
                        keySerde,
                        valueSerde)),
                InWindowStore::new);
    }

    private static StoreBuilder<?> windows(
            WindowBytesStoreSupplier supplier, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde) {
        return supplier instanceof HeadersBytesStoreSupplier
                ? Stores.timestampedWindowStoreWithHeadersBuilder(supplier, keySerde, valueSerde)
                : Stores.timestampedWindowStoreBuilder(supplier, keySerde, valueSerde);
    }

    private static DslWindowParams windowParams(
            String name, WindowShape windows, long retentionMs, EmitStrategy emitStrategy, DslStoreFormat format) {
        return new DslWindowParams(
                name,
                Duration.ofMillis(retentionMs),
                Duration.ofMillis(windows.sizeMs()),
                false,
                emitStrategy,
                windows instanceof WindowShape.Sliding,
                format);
    }

    /**
     * A store of sessions.
     *
     * @param suppliers what makes the store if {@code options} do not say; null for the configured default
     * @throws IllegalArgumentException if sessions were to be dropped before they are closed
     */
    public static TableStore ofSessions(
            String name,
            SessionWindows windows,
            EmitStrategy emitStrategy,
            MaterializedOptions<?, ?, ?> options,
            @Nullable Serde<?> keySerde,
            @Nullable Serde<?> valueSerde,
            @Nullable DslStoreSuppliers suppliers) {
        if (options.supplier() instanceof SessionBytesStoreSupplier given) {
            return new TableStore(name, options.applyTo(sessions(given, keySerde, valueSerde)), InSessionStore::new);
        }
        Duration retention = Duration.ofMillis(retentionMs(name, windows, options));
        return of(
                name,
                chosen(options, suppliers),
                (by, format) -> options.applyTo(sessions(
                        by.sessionStore(new DslSessionParams(name, retention, emitStrategy, sessionFormat(format))),
                        keySerde,
                        valueSerde)),
                InSessionStore::new);
    }

    /** A session needs no event time beside its end. */
    private static DslStoreFormat sessionFormat(DslStoreFormat format) {
        return format == DslStoreFormat.HEADERS ? format : DslStoreFormat.PLAIN;
    }

    private static StoreBuilder<?> sessions(
            SessionBytesStoreSupplier supplier, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde) {
        return supplier instanceof HeadersBytesStoreSupplier
                ? Stores.sessionStoreWithHeadersBuilder(supplier, keySerde, valueSerde)
                : Stores.sessionStoreBuilder(supplier, keySerde, valueSerde);
    }

    private static long retentionMs(String name, SessionWindows windows, MaterializedOptions<?, ?, ?> options) {
        long neededMs = windows.inactivityGap() + windows.gracePeriodMs();
        long retentionMs =
                options.keptFor() == null ? neededMs : options.keptFor().toMillis();
        if (retentionMs < neededMs) {
            throw new IllegalArgumentException("The retention period of the session store " + name
                    + " does not reach over a gap and the grace period after it: it is "
                    + retentionMs + " ms, the gap " + windows.inactivityGap() + " ms and the grace period "
                    + windows.gracePeriodMs() + " ms");
        }
        return retentionMs;
    }

    private static @Nullable DslStoreSuppliers chosen(
            MaterializedOptions<?, ?, ?> options, @Nullable DslStoreSuppliers suppliers) {
        DslStoreSuppliers given = options.suppliers();
        return given == null ? suppliers : given;
    }
}
