package dev.millrace.topology.dsl;

import static dev.millrace.topology.dsl.DslStream.firstOf;

import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.topology.definition.JoinKind;
import dev.millrace.topology.definition.OperatorDefinition;
import dev.millrace.topology.definition.OperatorDefinition.TableJoin;
import dev.millrace.topology.definition.OperatorDefinition.TableMerge;
import dev.millrace.topology.definition.TableLookup;
import dev.millrace.topology.dsl.option.MaterializedOptions;
import dev.millrace.topology.dsl.step.OperatorStep;
import dev.millrace.topology.dsl.step.Program;
import dev.millrace.topology.dsl.table.TableState;
import dev.millrace.topology.dsl.table.TableStore;
import dev.millrace.topology.naming.NameSequence;
import dev.millrace.topology.naming.Prefix;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A join of two tables by key: two nodes, each of which is told of one table's updates, and one that merges what they give. */
final class TableJoins {
    private final DslTable<?, ?> left;
    private final DslTable<?, ?> right;
    private final JoinNames names;
    private final TableState state;

    private TableJoins(DslTable<?, ?> left, DslTable<?, ?> right, JoinNames names, TableState state) {
        this.left = left;
        this.right = right;
        this.names = names;
        this.state = state;
    }

    /** The names of the three nodes; numbers are used up whether or not they show. */
    private record JoinNames(String merge, String left, String right) {

        static JoinNames next(NameSequence names, @Nullable String given) {
            return new JoinNames(
                    names.next(Prefix.TABLE_MERGE, given),
                    names.next(Prefix.TABLE_JOIN_THIS, given == null ? null : given + "-join-this"),
                    names.next(Prefix.TABLE_JOIN_OTHER, given == null ? null : given + "-join-other"));
        }
    }

    static <K, V, VO, VR> DslTable<K, VR> join(
            DslTable<K, V> left,
            DslTable<K, VO> right,
            ValueJoiner<? super V, ? super VO, ? extends VR> joiner,
            JoinKind kind,
            @Nullable String name,
            @Nullable Materialized<K, VR, KeyValueStore<Bytes, byte[]>> materialized) {
        MaterializedOptions<K, VR, KeyValueStore<Bytes, byte[]>> options = MaterializedOptions.of(materialized);
        Serde<K> keys = firstOf(options.keys(), left.keySerde());
        TableStore store = materialized == null ? null : store(left.origin(), options, keys);
        ValueJoiner<Object, Object, Object> untyped = Untyped.function(joiner);
        TableLookup leftRows = left.state().lookup();
        TableLookup rightRows = right.state().lookup();
        TableState state = TableState.joined(
                left.state(),
                right.state(),
                kind,
                (one, other) -> new TableLookup.Joined(one, other, untyped, kind),
                store);
        JoinNames names = JoinNames.next(left.origin().program().names(), name);
        TableJoins join = new TableJoins(left, right, names, state);
        StreamOrigin result = join.append(leftRows, rightRows, untyped, kind);
        return new DslTable<>(result, state, keys, options.values(), options.name());
    }

    private static <K, VR> TableStore store(
            StreamOrigin origin,
            MaterializedOptions<K, VR, KeyValueStore<Bytes, byte[]>> options,
            @Nullable Serde<K> keys) {
        String storeName =
                options.name() == null ? origin.program().names().nextStore(Prefix.TABLE_MERGE) : options.name();
        return TableStore.ofRows(
                storeName, options, keys, options.values(), origin.program().storeSuppliers());
    }

    private StreamOrigin append(
            TableLookup leftRows, TableLookup rightRows, ValueJoiner<Object, Object, Object> joiner, JoinKind kind) {
        ValueJoiner<Object, Object, Object> swapped = (own, other) -> joiner.apply(other, own);
        Program program = left.origin().program();
        program.copartition(left.origin().sources(), right.origin().sources());
        OperatorStep first = side(
                names.left(), left, rightRows, sideOf(left, rightRows, joiner, kind.needsLeft(), kind.needsRight()));
        OperatorStep second = side(
                names.right(), right, leftRows, sideOf(right, leftRows, swapped, kind.needsRight(), kind.needsLeft()));
        OperatorStep merge =
                new OperatorStep(names.merge(), List.of(first, second), () -> new TableMerge(state.step()));
        program.add(merge.withStores(state::stores));
        return new StreamOrigin(program, merge, left.origin().sourcesWith(right.origin()), null);
    }

    private Supplier<OperatorDefinition> sideOf(
            DslTable<?, ?> own,
            TableLookup other,
            ValueJoiner<Object, Object, Object> joiner,
            boolean needsOwn,
            boolean needsOther) {
        return () -> new TableJoin(
                other,
                joiner,
                needsOwn,
                needsOther,
                own.state().versioned(),
                state.step().sendsOldValues());
    }

    private static OperatorStep side(
            String name, DslTable<?, ?> own, TableLookup other, Supplier<OperatorDefinition> operator) {
        OperatorStep step = new OperatorStep(name, List.of(own.origin().step()), operator);
        return own.origin().program().add(step.usingStores(other::storeNames));
    }
}
