package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.option.NamedOptions.nameOf;
import static dev.millrace.topology.dsl.shorthand.Arguments.some;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.BranchedKStream;
import dev.millrace.streams.kstream.ForeachAction;
import dev.millrace.streams.kstream.GlobalKTable;
import dev.millrace.streams.kstream.Grouped;
import dev.millrace.streams.kstream.JoinWindows;
import dev.millrace.streams.kstream.Joined;
import dev.millrace.streams.kstream.KGroupedStream;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.KeyValueMapper;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Predicate;
import dev.millrace.streams.kstream.Printed;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.kstream.Repartitioned;
import dev.millrace.streams.kstream.StreamJoined;
import dev.millrace.streams.kstream.ValueJoinerWithKey;
import dev.millrace.streams.kstream.ValueMapperWithKey;
import dev.millrace.streams.processor.TopicNameExtractor;
import dev.millrace.streams.processor.api.FixedKeyProcessorSupplier;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.topology.definition.JoinKind;
import dev.millrace.topology.definition.JoinOperator.StreamGlobalTableJoin;
import dev.millrace.topology.definition.JoinOperator.StreamTableJoin;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.OperatorDefinition.Filter;
import dev.millrace.topology.definition.OperatorDefinition.FlatMap;
import dev.millrace.topology.definition.OperatorDefinition.FlatMapValues;
import dev.millrace.topology.definition.OperatorDefinition.ForEach;
import dev.millrace.topology.definition.OperatorDefinition.MapRecord;
import dev.millrace.topology.definition.OperatorDefinition.MapValues;
import dev.millrace.topology.definition.OperatorDefinition.PassThrough;
import dev.millrace.topology.definition.OperatorDefinition.SelectKey;
import dev.millrace.topology.definition.OperatorDefinition.TableSource;
import dev.millrace.topology.dsl.option.GroupedOptions;
import dev.millrace.topology.dsl.option.JoinedOptions;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.option.PrintedOptions;
import dev.millrace.topology.dsl.option.RepartitionedOptions;
import dev.millrace.topology.dsl.shorthand.StreamShorthands;
import dev.millrace.topology.dsl.step.OperatorStep;
import dev.millrace.topology.dsl.step.Upstream;
import dev.millrace.topology.dsl.table.TableState;
import dev.millrace.topology.dsl.table.TableStore;
import dev.millrace.topology.naming.NameSequence;
import dev.millrace.topology.naming.Prefix;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * A stream of a program.
 *
 * <p>Serdes travel along the chain as far as the types do: an operator that may change the key's or the value's type forgets
 * the serde, and so does {@code merge}, where two might meet. An operator that may change the key marks the stream, and who
 * needs records with the same key in one place sends a marked stream through a topic first.
 */
final class DslStream<K, V> extends StreamShorthands<K, V> {
    private final StreamOrigin origin;
    private final @Nullable Serde<K> keySerde;
    private final @Nullable Serde<V> valueSerde;
    /** This stream after its topic, once a join has needed one: later joins share the latest, unless they name their own. */
    private @Nullable StreamOrigin repartitioned;

    DslStream(StreamOrigin origin, @Nullable Serde<K> keySerde, @Nullable Serde<V> valueSerde) {
        this.origin = origin;
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
    }

    StreamOrigin origin() {
        return origin;
    }

    // ---- stateless ----

    @Override
    protected KStream<K, V> filtered(
            Predicate<? super K, ? super V> predicate, boolean negated, @Nullable Named named) {
        Filter filter = new Filter(Untyped.function(predicate), negated);
        return new DslStream<>(append(Prefix.STREAM_FILTER, named, filter), keySerde, valueSerde);
    }

    @Override
    protected <KR> KStream<KR, V> keySelected(
            KeyValueMapper<? super K, ? super V, ? extends KR> mapper, @Nullable Named named) {
        return new DslStream<>(appendKeySelection(mapper, nameOf(named)), null, valueSerde);
    }

    private StreamOrigin appendKeySelection(KeyValueMapper<? super K, ? super V, ?> mapper, @Nullable String name) {
        String fullName = names().next(Prefix.STREAM_SELECT_KEY, name);
        return append(fullName, new SelectKey(Untyped.function(mapper))).withKeyChanged();
    }

    @Override
    protected <VR> KStream<K, VR> valuesMapped(
            ValueMapperWithKey<? super K, ? super V, ? extends VR> mapper, @Nullable Named named) {
        MapValues map = new MapValues(Untyped.function(mapper));
        return new DslStream<>(append(Prefix.STREAM_MAP_VALUES, named, map), keySerde, null);
    }

    @Override
    protected <KR, VR> KStream<KR, VR> mapped(
            KeyValueMapper<? super K, ? super V, ? extends KeyValue<? extends KR, ? extends VR>> mapper,
            @Nullable Named named) {
        MapRecord map = new MapRecord(Untyped.function(mapper));
        return new DslStream<>(append(Prefix.STREAM_MAP, named, map).withKeyChanged(), null, null);
    }

    @Override
    protected <KR, VR> KStream<KR, VR> flatMapped(
            KeyValueMapper<? super K, ? super V, ? extends Iterable<? extends KeyValue<? extends KR, ? extends VR>>>
                    mapper,
            @Nullable Named named) {
        FlatMap map = new FlatMap(Untyped.function(mapper));
        return new DslStream<>(append(Prefix.STREAM_FLAT_MAP, named, map).withKeyChanged(), null, null);
    }

    @Override
    protected <VR> KStream<K, VR> valuesFlatMapped(
            ValueMapperWithKey<? super K, ? super V, ? extends Iterable<? extends VR>> mapper, @Nullable Named named) {
        FlatMapValues map = new FlatMapValues(Untyped.function(mapper));
        return new DslStream<>(append(Prefix.STREAM_FLAT_MAP_VALUES, named, map), keySerde, null);
    }

    @Override
    protected void shownTo(ForeachAction<? super K, ? super V> action, @Nullable Named named) {
        append(Prefix.STREAM_FOREACH, named, new ForEach(Untyped.function(action), false));
    }

    @Override
    protected KStream<K, V> peekedBy(ForeachAction<? super K, ? super V> action, @Nullable Named named) {
        ForEach forEach = new ForEach(Untyped.function(action), true);
        return new DslStream<>(append(Prefix.STREAM_PEEK, named, forEach), keySerde, valueSerde);
    }

    @Override
    public void print(Printed<K, V> printed) {
        PrintedOptions<K, V> options = new PrintedOptions<>(some(printed, "printed"));
        String name = names().next(Prefix.STREAM_PRINT, options.name());
        ForeachAction<K, V> action = options.action(origin.step().output());
        append(name, new ForEach(Untyped.function(action), false));
    }

    @Override
    protected BranchedKStream<K, V> divided(@Nullable Named named) {
        String name = names().next(Prefix.STREAM_BRANCH, nameOf(named));
        return new DslBranches<>(origin, name, keySerde, valueSerde);
    }

    @Override
    protected KStream<K, V> merged(KStream<K, V> other, @Nullable Named named) {
        StreamOrigin second = ((DslStream<K, V>) other).origin;
        String name = names().next(Prefix.STREAM_MERGE, nameOf(named));
        OperatorStep step =
                origin.program().add(new OperatorStep(name, List.of(origin.step(), second.step()), PassThrough::new));
        Upstream keyChange = firstOf(origin.keyChange(), second.keyChange());
        StreamOrigin both = new StreamOrigin(origin.program(), step, origin.sourcesWith(second), keyChange);
        return new DslStream<>(both, null, null);
    }

    @Override
    protected <KR, VR> KStream<KR, VR> processed(
            ProcessorSupplier<? super K, ? super V, ? extends KR, ? extends VR> supplier,
            @Nullable Named named,
            String... stores) {
        return new DslStream<>(
                UserSteps.processor(origin, supplier, named, stores).withKeyChanged(), null, null);
    }

    @Override
    protected <VR> KStream<K, VR> valuesProcessed(
            FixedKeyProcessorSupplier<? super K, ? super V, ? extends VR> supplier,
            @Nullable Named named,
            String... stores) {
        return new DslStream<>(UserSteps.fixedKeyProcessor(origin, supplier, named, stores), keySerde, null);
    }

    // ---- topics ----

    @Override
    public KStream<K, V> repartition(Repartitioned<K, V> repartitioned) {
        RepartitionedOptions<K, V> options = new RepartitionedOptions<>(some(repartitioned, "repartitioned"));
        String base = options.name() == null ? names().next(Prefix.STREAM_REPARTITION) : options.name();
        Serde<V> values = firstOf(options.values(), valueSerde);
        // The key's serde is not inherited here: so does the reference, and the bytes in the topic depend on it.
        StreamOrigin behindTopic = new Repartitioning(base, options.keys(), values)
                .withPartitions(options.partitionCount(), options.partitions())
                .append(origin, false);
        return new DslStream<>(behindTopic, firstOf(options.keys(), keySerde), values);
    }

    /**
     * This stream in a form that can be joined by key.
     *
     * @param name what a topic is named after, if one is needed; null for the last step
     * @param keepsNullKeys whether the join wants records without a key
     */
    StreamOrigin partitionedForJoin(
            @Nullable Serde<K> keys, @Nullable Serde<V> values, @Nullable String name, boolean keepsNullKeys) {
        if (!origin.keyChanged()) {
            return origin;
        }
        String base = name == null ? origin.step().output() : name;
        Repartitioning repartitioning = new Repartitioning(base, firstOf(keys, keySerde), firstOf(values, valueSerde));
        if (repartitioned == null || name != null) {
            repartitioned = repartitioning.append(origin, keepsNullKeys);
        } else {
            repartitioning.share(repartitioned, keepsNullKeys);
        }
        return repartitioned;
    }

    @Override
    public void to(String topic, Produced<K, V> produced) {
        StreamSinks.add(origin, some(topic, "topic"), some(produced, "produced"), keySerde, valueSerde);
    }

    @Override
    public void to(TopicNameExtractor<K, V> topicExtractor, Produced<K, V> produced) {
        StreamSinks.add(
                origin, some(topicExtractor, "topicExtractor"), some(produced, "produced"), keySerde, valueSerde);
    }

    // ---- tables and groups ----

    @Override
    protected KTable<K, V> asTable(
            @Nullable Named named, @Nullable Materialized<K, V, KeyValueStore<Bytes, byte[]>> materialized) {
        MaterializedOptions<K, V, KeyValueStore<Bytes, byte[]>> options = MaterializedOptions.of(materialized);
        String name = names().next(Prefix.STREAM_TO_TABLE, nameOf(named));
        String storeName = options.name() == null ? names().nextStore(Prefix.STREAM_TO_TABLE) : options.name();
        Serde<K> keys = firstOf(options.keys(), keySerde);
        Serde<V> values = firstOf(options.values(), valueSerde);
        // Whoever says how to materialize says it whole: the store does not inherit serdes then, the table does.
        TableStore store = TableStore.ofRows(
                storeName,
                options,
                materialized == null ? keys : options.keys(),
                materialized == null ? values : options.values(),
                origin.program().storeSuppliers());
        if (options.name() == null) {
            origin.program().addUnnamed(store.builder());
        }
        TableState state = options.name() == null ? TableState.storedOnDemand(store) : TableState.stored(store);
        StreamOrigin input =
                origin.keyChanged() ? new Repartitioning(name, keys, values).append(origin, false) : origin;
        OperatorStep step = new OperatorStep(name, List.of(input.step()), () -> new TableSource(state.step()));
        origin.program().add(step.withStores(state::stores));
        return new DslTable<>(input.then(step), state, keys, values, options.name());
    }

    @Override
    protected KGroupedStream<K, V> groupedByKey(@Nullable Grouped<K, V> grouped) {
        return grouped == null
                ? new DslGroupedStream<>(origin, null, keySerde, valueSerde)
                : new DslGroupedStream<>(origin, new GroupedOptions<>(grouped));
    }

    @Override
    protected <KR> KGroupedStream<KR, V> groupedBy(
            KeyValueMapper<? super K, ? super V, KR> selector, @Nullable Grouped<KR, V> grouped) {
        if (grouped == null) {
            return new DslGroupedStream<>(appendKeySelection(selector, null), null, null, valueSerde);
        }
        GroupedOptions<KR, V> options = new GroupedOptions<>(grouped);
        return new DslGroupedStream<>(appendKeySelection(selector, options.name()), options);
    }

    // ---- joins ----

    @Override
    protected <T, R> KStream<K, R> joinedWithTable(
            KTable<K, T> table,
            ValueJoinerWithKey<? super K, ? super V, ? super T, ? extends R> joiner,
            Joined<K, V, T> joined,
            boolean left) {
        JoinedOptions<K, V, T> options = new JoinedOptions<>(joined);
        DslTable<K, T> other = (DslTable<K, T>) table;
        StreamOrigin stream = partitionedForJoin(options.keys(), options.leftValues(), options.name(), left);
        stream.program().copartition(stream.sources(), other.origin().sources());
        var lookup = other.state().lookup();
        String name = names().next(left ? Prefix.STREAM_LEFT_JOIN : Prefix.STREAM_JOIN, options.name());
        JoinGrace grace = JoinGrace.of(options, other.state(), name);
        OperatorStep step = new OperatorStep(
                name,
                List.of(stream.step()),
                () -> new StreamTableJoin(lookup, Untyped.function(joiner), left, grace.definition()));
        Serde<K> keys = firstOf(options.keys(), keySerde);
        step.withStores(() -> grace.buffers(keys, firstOf(options.leftValues(), valueSerde)));
        origin.program().add(step.usingStores(lookup::storeNames));
        return new DslStream<>(stream.then(step), keys, null);
    }

    @Override
    protected <GK, GV, R> KStream<K, R> joinedWithGlobalTable(
            GlobalKTable<GK, GV> table,
            KeyValueMapper<? super K, ? super V, ? extends GK> keySelector,
            ValueJoinerWithKey<? super K, ? super V, ? super GV, ? extends R> joiner,
            @Nullable Named named,
            boolean left) {
        OperatorDefinition join = new StreamGlobalTableJoin(
                ((DslGlobalTable<GK, GV>) table).storeName(),
                Untyped.function(keySelector),
                Untyped.function(joiner),
                left);
        // Inner joins are called left joins too: so they are in the reference, and names are kept.
        return new DslStream<>(append(Prefix.STREAM_LEFT_JOIN, named, join), keySerde, null);
    }

    @Override
    protected <VO, R> KStream<K, R> joinedWithStream(
            KStream<K, VO> other,
            ValueJoinerWithKey<? super K, ? super V, ? super VO, ? extends R> joiner,
            JoinWindows windows,
            @Nullable StreamJoined<K, V, VO> streamJoined,
            JoinKind kind) {
        return StreamJoins.join(this, (DslStream<K, VO>) other, joiner, windows, streamJoined, kind);
    }

    // ---- appending ----

    private NameSequence names() {
        return origin.program().names();
    }

    private StreamOrigin append(Prefix prefix, @Nullable Named named, OperatorDefinition operator) {
        return append(names().next(prefix, nameOf(named)), operator);
    }

    private StreamOrigin append(String name, OperatorDefinition operator) {
        OperatorStep step = new OperatorStep(name, List.of(origin.step()), () -> operator);
        return origin.then(origin.program().add(step));
    }

    static <T> @Nullable T firstOf(@Nullable T given, @Nullable T inherited) {
        return given != null ? given : inherited;
    }
}
