package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.DslStream.firstOf;

import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.TableJoined;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.topology.definition.ForeignKeyJoin;
import dev.millrace.topology.definition.ForeignKeyOperator;
import dev.millrace.topology.definition.ForeignKeyOperator.AnswerSubscription;
import dev.millrace.topology.definition.ForeignKeyOperator.KeepSubscription;
import dev.millrace.topology.definition.ForeignKeyOperator.NotifySubscribers;
import dev.millrace.topology.definition.ForeignKeyOperator.ResolveResponse;
import dev.millrace.topology.definition.ForeignKeyOperator.Subscribe;
import dev.millrace.topology.definition.OperatorDefinition.TableSource;
import dev.millrace.topology.definition.SinkDefinition.Content;
import dev.millrace.topology.definition.TableLookup;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.option.TableJoinedOptions;
import dev.millrace.topology.dsl.step.HopStep;
import dev.millrace.topology.dsl.step.OperatorStep;
import dev.millrace.topology.dsl.step.PrimaryKeyPartitioner;
import dev.millrace.topology.dsl.step.Program;
import dev.millrace.topology.dsl.step.Upstream;
import dev.millrace.topology.dsl.table.TableState;
import dev.millrace.topology.dsl.table.TableStore;
import dev.millrace.topology.naming.Prefix;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A join of two tables by foreign key; see {@link ForeignKeyOperator} for how it works. */
final class ForeignKeyJoins<K, V, F, W> {
    private final DslTable<K, V> left;
    private final DslTable<F, W> foreign;
    private final TableJoinedOptions<K, F> joined;
    private final ForeignKeyNames names;
    private final ForeignKeyJoin join;
    private final Program program;

    ForeignKeyJoins(DslTable<K, V> left, DslTable<F, W> foreign, @Nullable TableJoined<K, F> joined, boolean leftJoin) {
        this.left = left;
        this.foreign = foreign;
        this.joined = TableJoinedOptions.of(joined);
        this.program = left.origin().program();
        this.names = ForeignKeyNames.next(program.names(), this.joined.name());
        this.join = new ForeignKeyJoin(
                names.subscriptionTopic(),
                names.responseTopic(),
                names.store(),
                left.keySerde(),
                left.valueSerde(),
                foreign.keySerde(),
                foreign.valueSerde(),
                leftJoin);
    }

    /** Appends the join; gives its result. */
    <R> DslTable<K, R> append(
            BiFunction<? super K, ? super V, ? extends F> foreignKey,
            ValueJoiner<? super V, ? super W, ? extends R> joiner,
            @Nullable Materialized<K, R, KeyValueStore<Bytes, byte[]>> materialized) {
        MaterializedOptions<K, R, KeyValueStore<Bytes, byte[]>> options = MaterializedOptions.of(materialized);
        Serde<K> keys = firstOf(options.keys(), left.keySerde());
        // To which foreign row a left row referred is known from the value that an update replaces.
        left.state().sendOldValues();
        // With old values a filter keeps quiet about foreign rows that were never in.
        foreign.state().sendOldValues();
        TableState state = state(options, keys);
        Upstream responses = program.add(appendForeignSide(appendSubscribing(Untyped.function(foreignKey))));
        program.copartition(left.origin().sources(), Set.of(responses));
        OperatorStep resolve = resolve(responses, Untyped.function(joiner));
        OperatorStep output = new OperatorStep(names.output(), List.of(resolve), () -> new TableSource(state.step()));
        program.add(output.withStores(state::stores));
        Set<Upstream> sources = new LinkedHashSet<>(left.origin().sources());
        sources.add(responses);
        StreamOrigin result = new StreamOrigin(program, output, sources, null);
        return new DslTable<>(result, state, keys, options.values(), options.name());
    }

    private <R> TableState state(
            MaterializedOptions<K, R, KeyValueStore<Bytes, byte[]>> options, @Nullable Serde<K> keys) {
        String given = options.name();
        String storeName = given == null ? program.names().nextStore(Prefix.FOREIGN_KEY_JOIN_OUTPUT) : given;
        TableStore store = TableStore.ofRows(storeName, options, keys, options.values(), program.storeSuppliers());
        if (given != null) {
            return TableState.stored(store);
        }
        program.addUnnamed(store.builder());
        return TableState.storedOnDemand(store);
    }

    /** Gives where the subscriptions arrive. */
    private HopStep appendSubscribing(BiFunction<Object, Object, Object> foreignKey) {
        OperatorStep subscribe = program.add(new OperatorStep(
                names.subscribe(),
                List.of(left.origin().step()),
                () -> new Subscribe(join, foreignKey, left.state().versioned())));
        return program.add(new HopStep(
                List.of(subscribe),
                names.subscriptionTopic(),
                names.subscriptionSink(),
                names.subscriptionSource(),
                foreign.keySerde(),
                withoutValues(joined.foreign()),
                Content.RECORDS));
    }

    private static <T> @Nullable StreamPartitioner<T, ?> withoutValues(@Nullable StreamPartitioner<T, Void> chooser) {
        return chooser == null
                ? null
                : (topic, key, value, partitions) -> chooser.partitions(topic, key, null, partitions);
    }

    /** Gives what takes the responses back. */
    private HopStep appendForeignSide(HopStep subscriptions) {
        TableLookup foreignRows = foreign.state().lookup();
        TableStore store = TableStore.ofSubscriptions(names.store(), program.storeSuppliers());
        program.copartition(foreign.origin().sources(), Set.of(subscriptions));
        OperatorStep keep = new OperatorStep(names.keep(), List.of(subscriptions), () -> new KeepSubscription(join));
        program.add(keep.withStores(() -> List.of(store.builder())));
        OperatorStep answer =
                new OperatorStep(names.answer(), List.of(keep), () -> new AnswerSubscription(join, foreignRows));
        program.add(answer.usingStores(foreignRows::storeNames));
        OperatorStep tell = new OperatorStep(
                names.tell(),
                List.of(foreign.origin().step()),
                () -> new NotifySubscribers(join, foreign.state().versioned()));
        program.add(tell.usingStores(() -> List.of(store.name())));
        return new HopStep(
                List.of(answer, tell),
                names.responseTopic(),
                names.responseSink(),
                names.responseSource(),
                left.keySerde(),
                ownPartitioner(),
                Content.RESPONSES);
    }

    private @Nullable StreamPartitioner<?, ?> ownPartitioner() {
        Serde<K> keys = left.keySerde();
        return joined.own() == null
                ? null
                : new PrimaryKeyPartitioner<>(joined.own(), keys == null ? null : keys.deserializer());
    }

    private OperatorStep resolve(Upstream responses, ValueJoiner<Object, Object, Object> joiner) {
        TableLookup rows = left.state().lookup();
        OperatorStep resolve =
                new OperatorStep(names.resolve(), List.of(responses), () -> new ResolveResponse(join, rows, joiner));
        return program.add(resolve.usingStores(rows::storeNames));
    }
}
