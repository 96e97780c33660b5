package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.DslStream.firstOf;
import static dev.millrace.topology.dsl.option.NamedOptions.nameOf;
import static java.util.Objects.requireNonNull;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.errors.TopologyException;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.KGroupedTable;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.KeyValueMapper;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Predicate;
import dev.millrace.streams.kstream.Suppressed;
import dev.millrace.streams.kstream.TableJoined;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.streams.kstream.ValueMapperWithKey;
import dev.millrace.streams.kstream.ValueTransformerWithKeySupplier;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.topology.definition.JoinKind;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.OperatorDefinition.TableFilter;
import dev.millrace.topology.definition.OperatorDefinition.TableMapValues;
import dev.millrace.topology.definition.OperatorDefinition.TableRegroup;
import dev.millrace.topology.definition.OperatorDefinition.TableToStream;
import dev.millrace.topology.definition.OperatorDefinition.TableTransformValues;
import dev.millrace.topology.definition.TableLookup;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.dsl.option.GroupedOptions;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.shorthand.TableShorthands;
import dev.millrace.topology.dsl.step.OperatorStep;
import dev.millrace.topology.dsl.table.TableState;
import dev.millrace.topology.dsl.table.TableStore;
import dev.millrace.topology.naming.NameSequence;
import dev.millrace.topology.naming.Prefix;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A table of a program. */
final class DslTable<K, V> extends TableShorthands<K, V> {
    private final StreamOrigin origin;
    private final TableState state;
    private final @Nullable Serde<K> keySerde;
    private final @Nullable Serde<V> valueSerde;
    private final @Nullable String queryableName;

    DslTable(
            StreamOrigin origin,
            TableState state,
            @Nullable Serde<K> keySerde,
            @Nullable Serde<V> valueSerde,
            @Nullable String queryableName) {
        this.origin = origin;
        this.state = state;
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
        this.queryableName = queryableName;
    }

    StreamOrigin origin() {
        return origin;
    }

    TableState state() {
        return state;
    }

    @Nullable
    Serde<V> valueSerde() {
        return valueSerde;
    }

    @Override
    public @Nullable Serde<K> keySerde() {
        return keySerde;
    }

    @Override
    public @Nullable String queryableStoreName() {
        return queryableName;
    }

    // ---- rows ----

    @Override
    protected KTable<K, V> filtered(
            Predicate<? super K, ? super V> predicate,
            boolean negated,
            @Nullable Named named,
            @Nullable Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        Predicate<Object, Object> untyped = Untyped.function(predicate);
        DslTable<K, V> filtered = derived(
                Prefix.TABLE_FILTER,
                named,
                materialized,
                valueSerde,
                upstream -> new TableLookup.Filtered(upstream, untyped, negated),
                step -> new TableFilter(untyped, negated, state.versioned(), step));
        if (state.knowsOldValues() && !state.versioned()) {
            // With old values a filter can keep quiet about rows that were never in.
            state.sendOldValues();
            filtered.state.sendOldValues();
        }
        return filtered;
    }

    @Override
    protected <VR> KTable<K, VR> valuesMapped(
            ValueMapperWithKey<? super K, ? super V, ? extends VR> mapper,
            @Nullable Named named,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        ValueMapperWithKey<Object, Object, Object> untyped = Untyped.function(mapper);
        return derived(
                Prefix.TABLE_MAP_VALUES,
                named,
                materialized,
                null,
                upstream -> new TableLookup.Mapped(upstream, untyped),
                step -> new TableMapValues(untyped, step));
    }

    /** A table computed row by row from this one; stored if the user named a store. */
    private <VR> DslTable<K, VR> derived(
            Prefix prefix,
            @Nullable Named named,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            @Nullable Serde<VR> inheritedValues,
            UnaryOperator<TableLookup> derivation,
            Function<TableStep, OperatorDefinition> operator) {
        MaterializedOptions<K, VR, KeyValueStore<Bytes, byte[]>> options = MaterializedOptions.of(materialized);
        if (materialized != null && options.name() == null) {
            names().nextStore(prefix);
        }
        TableState state = computed(options, derivation);
        OperatorStep step = new OperatorStep(
                names().next(prefix, nameOf(named)), List.of(origin.step()), () -> operator.apply(state.step()));
        origin.program().add(step.withStores(state::stores));
        return new DslTable<>(
                origin.then(step),
                state,
                firstOf(options.keys(), keySerde),
                firstOf(options.values(), inheritedValues),
                options.name());
    }

    /** A table computed row by row; stored if the user named a store. */
    private <VR> TableState computed(
            MaterializedOptions<K, VR, KeyValueStore<Bytes, byte[]>> options, UnaryOperator<TableLookup> derivation) {
        if (options.name() == null) {
            return TableState.derived(state, derivation);
        }
        // The store takes its serdes from the user alone, as in the reference: the changelog's bytes depend on it.
        return TableState.stored(TableStore.ofRows(
                options.name(),
                options,
                options.keys(),
                options.values(),
                origin.program().storeSuppliers()));
    }

    /**
     * The supplier's own stores are not added, as in the reference: the names of the others are all that counts.
     */
    @Override
    protected <VR> KTable<K, VR> valuesTransformed(
            ValueTransformerWithKeySupplier<? super K, ? super V, ? extends VR> supplier,
            @Nullable Named named,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            String... stores) {
        requireNonNull(stores, "stateStoreNames cannot be a null array");
        MaterializedOptions<K, VR, KeyValueStore<Bytes, byte[]>> options = MaterializedOptions.of(materialized);
        ValueTransformerWithKeySupplier<Object, Object, Object> untyped = Untyped.function(supplier);
        String name = names().next(Prefix.TABLE_TRANSFORM_VALUES, nameOf(named));
        TableState result = computed(options, upstream -> new TableLookup.Transformed(upstream, untyped));
        OperatorStep step =
                new OperatorStep(name, List.of(origin.step()), () -> new TableTransformValues(untyped, result.step()));
        step.withStores(result::stores).usingStores(() -> List.of(stores));
        return new DslTable<>(
                origin.then(origin.program().add(step)),
                result,
                firstOf(options.keys(), keySerde),
                options.values(),
                options.name());
    }

    @Override
    public KTable<K, V> suppress(Suppressed<? super K> suppressed) {
        if (state.versioned()) {
            throw new TopologyException(
                    "A versioned table cannot be suppressed: materialize it in a store without versions");
        }
        return TableSuppression.of(suppressed, names()).append(origin, state, keySerde, valueSerde);
    }

    // ---- streams and groups ----

    @Override
    protected KStream<K, V> asStream(@Nullable Named named) {
        OperatorStep step = new OperatorStep(
                names().next(Prefix.TABLE_TO_STREAM, nameOf(named)), List.of(origin.step()), TableToStream::new);
        return new DslStream<>(origin.then(origin.program().add(step)), keySerde, valueSerde);
    }

    @Override
    protected <KR, VR> KGroupedTable<KR, VR> groupedBy(
            KeyValueMapper<? super K, ? super V, ? extends KeyValue<? extends KR, ? extends VR>> selector,
            @Nullable Grouped<KR, VR> grouped) {
        GroupedOptions<KR, VR> options = new GroupedOptions<>(grouped == null ? Grouped.with(null, null) : grouped);
        // The group of a row may change with the row: it must be taken out of its old group.
        state.sendOldValues();
        OperatorStep step = new OperatorStep(
                names().next(Prefix.TABLE_SELECT, options.name()),
                List.of(origin.step()),
                () -> new TableRegroup(Untyped.function(selector), state.versioned()));
        return new DslGroupedTable<>(origin.then(origin.program().add(step)), options);
    }

    // ---- joins ----

    @Override
    protected <VO, VR> KTable<K, VR> joined(
            KTable<K, VO> other,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            @Nullable Named named,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            JoinKind kind) {
        return TableJoins.join(this, (DslTable<K, VO>) other, joiner, kind, nameOf(named), materialized);
    }

    @Override
    protected <VR, KO, VO> KTable<K, VR> joinedByForeignKey(
            KTable<KO, VO> other,
            BiFunction<? super K, ? super V, ? extends KO> foreignKey,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            @Nullable TableJoined<K, KO> tableJoined,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized,
            boolean left) {
        return new ForeignKeyJoins<>(this, (DslTable<KO, VO>) other, tableJoined, left)
                .append(foreignKey, joiner, materialized);
    }

    private NameSequence names() {
        return origin.program().names();
    }
}
