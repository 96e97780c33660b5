package dev.millrace.topology.dsl;

import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.kstream.EmitStrategy;
import dev.millrace.streams.kstream.JoinWindows;
import dev.millrace.streams.spi.Providers;
import dev.millrace.streams.spi.StoresProvider;
import dev.millrace.streams.state.BuiltInDslStoreSuppliers;
import dev.millrace.streams.state.DslKeyValueParams;
import dev.millrace.streams.state.DslStoreSuppliers;
import dev.millrace.streams.state.DslWindowParams;
import dev.millrace.streams.state.StoreBuilder;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import dev.millrace.topology.definition.JoinKind;
import dev.millrace.topology.definition.OpenStoreBuilder;
import dev.millrace.topology.dsl.option.StreamJoinedOptions;
import dev.millrace.topology.dsl.step.StreamJoinNames;
import java.time.Duration;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * The stores of a join of two streams: one for the records of each side, and one for those of both that wait for a match.
 *
 * <p>Whoever gives a supplier for the left side decides with it where the waiting records are kept, unless suppliers of all
 * stores are given.
 */
final class StreamJoinStores {
    private static final String IN_MEMORY = "in-memory";

    private final StreamJoinNames names;
    private final JoinKind kind;
    private final JoinWindows windows;
    private final StreamJoinedOptions<?, ?, ?> options;
    private final @Nullable DslStoreSuppliers suppliers;

    /**
     * @param suppliers what makes the stores that the options leave open; null for the configured default
     * @throws StreamsException if suppliers are given that do not fit the windows, or each other
     */
    StreamJoinStores(
            StreamJoinNames names,
            JoinKind kind,
            JoinWindows windows,
            StreamJoinedOptions<?, ?, ?> options,
            @Nullable DslStoreSuppliers suppliers) {
        this.names = names;
        this.kind = kind;
        this.windows = windows;
        this.options = options;
        this.suppliers = options.suppliers() != null ? options.suppliers() : suppliers;
        check(options.leftSupplier());
        check(options.rightSupplier());
        checkDifferent(options.leftSupplier(), options.rightSupplier());
    }

    private void check(@Nullable WindowBytesStoreSupplier given) {
        if (given == null) {
            return;
        }
        if (!given.retainDuplicates()) {
            throw new StreamsException("Window store " + given.name()
                    + " cannot keep one side of a join: its supplier must set retainDuplicates to true");
        }
        if (given.windowSize() != windows.size() || given.retentionPeriod() != retentionMs()) {
            throw new StreamsException("Window store " + given.name()
                    + " does not fit the join: its supplier says size "
                    + given.windowSize() + " ms and retention " + given.retentionPeriod() + " ms, but must say size "
                    + windows.size() + " ms and, with the grace period, retention " + retentionMs() + " ms");
        }
    }

    private static void checkDifferent(
            @Nullable WindowBytesStoreSupplier left, @Nullable WindowBytesStoreSupplier right) {
        if (left != null && right != null && left.name().equals(right.name())) {
            throw new StreamsException("Both stores of the join are called " + left.name() + "; give them two names");
        }
    }

    private long retentionMs() {
        return windows.size() + windows.gracePeriodMs();
    }

    // ---- the two sides ----

    StoreBuilder<?> left() {
        String infix = kind == JoinKind.OUTER ? "-outer-this-join" : "-this-join";
        return side(options.leftSupplier(), names.joinThis(), infix, options.leftValues());
    }

    StoreBuilder<?> right() {
        String infix = kind == JoinKind.INNER ? "-other-join" : "-outer-other-join";
        return side(options.rightSupplier(), names.joinOther(), infix, options.rightValues());
    }

    private StoreBuilder<?> side(
            @Nullable WindowBytesStoreSupplier given, String generated, String infix, @Nullable Serde<?> values) {
        if (given != null) {
            return side(given, values);
        }
        String base = options.storeName() == null ? generated : options.storeName() + infix;
        String name = base + "-store";
        DslWindowParams params = new DslWindowParams(
                name,
                Duration.ofMillis(retentionMs()),
                Duration.ofMillis(windows.size()),
                true,
                EmitStrategy.onWindowUpdate(),
                false,
                DslStoreFormat.PLAIN);
        return of(name, suppliers, by -> side(by.windowStore(params), values));
    }

    private StoreBuilder<?> side(WindowBytesStoreSupplier supplier, @Nullable Serde<?> values) {
        return options.applyTo(provider().joinSideBuilder(supplier, options.keys(), values));
    }

    // ---- waiting records ----

    StoreBuilder<?> unmatched() {
        DslKeyValueParams params = new DslKeyValueParams(unmatchedName(), DslStoreFormat.PLAIN);
        return of(
                params.name(),
                unmatchedSuppliers(),
                by -> options.applyTo(provider()
                        .unmatchedBuilder(
                                by.keyValueStore(params),
                                options.keys(),
                                options.leftValues(),
                                options.rightValues())));
    }

    private String unmatchedName() {
        WindowBytesStoreSupplier given = options.leftSupplier();
        String base = given != null ? given.name() : options.storeName();
        if (base == null) {
            return names.outerShared() + "-store";
        }
        return base + (kind == JoinKind.OUTER ? "-outer" : "-left") + "-shared-join-store";
    }

    private @Nullable DslStoreSuppliers unmatchedSuppliers() {
        WindowBytesStoreSupplier given = options.leftSupplier();
        if (options.suppliers() != null || given == null) {
            return suppliers;
        }
        return given.metricsScope().startsWith(IN_MEMORY)
                ? BuiltInDslStoreSuppliers.IN_MEMORY
                : BuiltInDslStoreSuppliers.ROCKS_DB;
    }

    private static StoreBuilder<?> of(
            String name, @Nullable DslStoreSuppliers by, Function<DslStoreSuppliers, StoreBuilder<?>> maker) {
        return by == null
                ? new OpenStoreBuilder(name, configured -> maker.apply(configured.suppliers()))
                : maker.apply(by);
    }

    private static StoresProvider provider() {
        return Providers.stores();
    }
}
