package dev.millrace.topology.definition;

import dev.millrace.streams.kstream.Aggregator;
import dev.millrace.streams.kstream.ForeachAction;
import dev.millrace.streams.kstream.Initializer;
import dev.millrace.streams.kstream.KeyValueMapper;
import dev.millrace.streams.kstream.Predicate;
import dev.millrace.streams.kstream.Reducer;
import dev.millrace.streams.kstream.ValueJoiner;
import dev.millrace.streams.kstream.ValueMapperWithKey;
import dev.millrace.streams.kstream.ValueTransformerWithKeySupplier;
import dev.millrace.streams.processor.api.FixedKeyProcessorSupplier;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a processor node does, as data: one record per kind of operator, holding the user's functions and the names of the
 * stores. The engine has one running operator for each (package {@code dev.millrace.engine.operator}); a new kind is a new
 * record here or in its family ({@link WindowedOperator}, {@link JoinOperator}, {@link ForeignKeyOperator}), a method in the
 * visitor, and an operator there, and the compiler names every place that is missing.
 *
 * <p>Two kinds of edges leave a node. A <em>record edge</em> carries (key, value, timestamp, headers); a <em>table edge</em>
 * carries an update (key, new value, old value, timestamp, headers), where null is "no value". Which one an operator takes
 * and gives is said at each record as {@code records -> updates} and so on.
 *
 * <p>Functions are held as functions of {@code Object}: types were checked where the program was written.
 */
public interface OperatorDefinition {

    <R> R accept(Visitor<R> visitor);

    /** How long a window still takes records after its end, of an operator that puts records into windows. */
    default OptionalLong windowGraceMs() {
        return OptionalLong.empty();
    }

    // ---- user code ----

    /** records -> records: a processor of the user's, one instance per task. */
    record UserProcessor(ProcessorSupplier<?, ?, ?, ?> supplier) implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.userProcessor(this);
        }
    }

    /** records -> records: a processor of the user's that cannot change keys. */
    record UserFixedKeyProcessor(FixedKeyProcessorSupplier<?, ?, ?> supplier) implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.userFixedKeyProcessor(this);
        }
    }

    // ---- stateless, records -> records ----

    /** Keeps the records that pass, or with {@code negated} those that do not. */
    record Filter(Predicate<Object, Object> predicate, boolean negated) implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.filter(this);
        }
    }

    /** Replaces key and value; the mapper returns a {@code KeyValue}, never null. */
    record MapRecord(KeyValueMapper<Object, Object, ?> mapper) implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mapRecord(this);
        }
    }

    /** Replaces the key. */
    record SelectKey(KeyValueMapper<Object, Object, ?> mapper) implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.selectKey(this);
        }
    }

    /** Replaces the value. */
    record MapValues(ValueMapperWithKey<Object, Object, Object> mapper) implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mapValues(this);
        }
    }

    /** Replaces a record by any number of {@code KeyValue}s. */
    record FlatMap(KeyValueMapper<Object, Object, ?> mapper) implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.flatMap(this);
        }
    }

    /** Replaces a value by any number of values. */
    record FlatMapValues(ValueMapperWithKey<Object, Object, ? extends Iterable<?>> mapper)
            implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.flatMapValues(this);
        }
    }

    /** Shows every record to an action; forwards it if {@code forwards} (peek), else ends here (foreach, print). */
    record ForEach(ForeachAction<Object, Object> action, boolean forwards) implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.forEach(this);
        }
    }

    /** Forwards what comes, records or updates: merge, the entry of a branch. */
    record PassThrough() implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.passThrough(this);
        }
    }

    /**
     * Sends a record to the child of the first predicate that it passes.
     *
     * @param children the name of the child for each predicate; one more than predicates if there is a default branch
     */
    record Branch(List<Predicate<Object, Object>> predicates, List<String> children) implements OperatorDefinition {
        public Branch {
            predicates = List.copyOf(predicates);
            children = List.copyOf(children);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.branch(this);
        }
    }

    // ---- tables ----

    /** records -> updates: a record is the new value of its key ({@code builder.table}, {@code toTable}). */
    record TableSource(TableStep step) implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tableSource(this);
        }
    }

    /** records -> nothing: keeps a global table's store. */
    record GlobalTableSource(String storeName) implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.globalTableSource(this);
        }
    }

    /**
     * updates -> updates: rows that pass, or with {@code negated} those that do not.
     *
     * @param versioned whether the rows are versions
     */
    record TableFilter(Predicate<Object, Object> predicate, boolean negated, boolean versioned, TableStep step)
            implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tableFilter(this);
        }
    }

    /** updates -> updates: every value mapped. */
    record TableMapValues(ValueMapperWithKey<Object, Object, Object> mapper, TableStep step)
            implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tableMapValues(this);
        }
    }

    /** updates -> records: the new value of each update. */
    record TableToStream() implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tableToStream(this);
        }
    }

    /**
     * updates -> updates under new keys, (old key: subtract, new key: add): before a table aggregation.
     *
     * @param versioned whether the rows are versions, of which only the latest count
     */
    record TableRegroup(KeyValueMapper<Object, Object, ?> mapper, boolean versioned) implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tableRegroup(this);
        }
    }

    /**
     * updates -> updates: holds updates back, and sends the last one of each key on when its time has come.
     *
     * @param bufferName the store of what is held back
     * @param waitMs how long after that time, in event time: a time limit, or the grace period of windows
     * @param untilWindowCloses whether the time is the end of the key's window, not the first update's own; deletions are
     *     then not sent on
     * @param emitsEarly whether a full buffer lets the first updates go, rather than make the application fail
     */
    record TableSuppress(
            String bufferName,
            long waitMs,
            boolean untilWindowCloses,
            long maxRecords,
            long maxBytes,
            boolean emitsEarly,
            TableStep step)
            implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tableSuppress(this);
        }
    }

    /** updates -> updates: adds the new value to, and subtracts the old from, the aggregate of the key. */
    record TableAggregate(
            Initializer<Object> initializer,
            Aggregator<Object, Object, Object> adder,
            Aggregator<Object, Object, Object> subtractor,
            TableStep step)
            implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tableAggregate(this);
        }
    }

    /** updates -> updates: as {@link TableAggregate}, the first value being the initial aggregate. */
    record TableReduce(Reducer<Object> adder, Reducer<Object> subtractor, TableStep step)
            implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tableReduce(this);
        }
    }

    /** updates -> updates: every value, null for a row that is not there, transformed by an object of the user's. */
    record TableTransformValues(ValueTransformerWithKeySupplier<Object, Object, Object> supplier, TableStep step)
            implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tableTransformValues(this);
        }
    }

    /**
     * updates -> updates: one side of a join of two tables by key, told of its own table's updates.
     *
     * @param joiner takes the value of this side first
     * @param needsOwn whether there is a result only where this side has a row
     * @param needsOther whether there is a result only where the other side has a row
     * @param versioned whether this side's rows are versions, of which only the latest count
     * @param sendsOldValues whether a child needs the result that an update replaces
     */
    record TableJoin(
            TableLookup other,
            ValueJoiner<Object, Object, Object> joiner,
            boolean needsOwn,
            boolean needsOther,
            boolean versioned,
            boolean sendsOldValues)
            implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tableJoin(this);
        }
    }

    /** updates -> updates: what both sides of a join of two tables give. */
    record TableMerge(TableStep step) implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tableMerge(this);
        }
    }

    // ---- stream aggregations, records -> updates ----

    /** Aggregates the values of a key; count is an aggregation too. */
    record StreamAggregate(
            Initializer<Object> initializer, Aggregator<Object, Object, Object> aggregator, TableStep step)
            implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.streamAggregate(this);
        }
    }

    /** Combines the values of a key, the first being the initial aggregate. */
    record StreamReduce(Reducer<Object> reducer, TableStep step) implements OperatorDefinition {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.streamReduce(this);
        }
    }

    /** One answer per kind of operator. */
    interface Visitor<R> {
        R userProcessor(UserProcessor operator);

        R userFixedKeyProcessor(UserFixedKeyProcessor operator);

        R filter(Filter operator);

        R mapRecord(MapRecord operator);

        R selectKey(SelectKey operator);

        R mapValues(MapValues operator);

        R flatMap(FlatMap operator);

        R flatMapValues(FlatMapValues operator);

        R forEach(ForEach operator);

        R passThrough(PassThrough operator);

        R branch(Branch operator);

        R tableSource(TableSource operator);

        R globalTableSource(GlobalTableSource operator);

        R tableFilter(TableFilter operator);

        R tableMapValues(TableMapValues operator);

        R tableToStream(TableToStream operator);

        R tableRegroup(TableRegroup operator);

        R tableSuppress(TableSuppress operator);

        R tableAggregate(TableAggregate operator);

        R tableReduce(TableReduce operator);

        R tableTransformValues(TableTransformValues operator);

        R tableJoin(TableJoin operator);

        R tableMerge(TableMerge operator);

        R foreignKey(ForeignKeyOperator operator);

        R streamAggregate(StreamAggregate operator);

        R streamReduce(StreamReduce operator);

        R windowed(WindowedOperator operator);

        R join(JoinOperator operator);
    }
}
