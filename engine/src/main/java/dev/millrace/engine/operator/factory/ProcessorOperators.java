package dev.millrace.engine.operator.factory;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.aggregate.StreamAggregateOperator;
import dev.millrace.engine.operator.aggregate.StreamReduceOperator;
import dev.millrace.engine.operator.aggregate.TableAggregateOperator;
import dev.millrace.engine.operator.aggregate.TableReduceOperator;
import dev.millrace.engine.operator.join.TableJoinOperator;
import dev.millrace.engine.operator.join.TableMergeOperator;
import dev.millrace.engine.operator.stateless.BranchOperator;
import dev.millrace.engine.operator.stateless.FilterOperator;
import dev.millrace.engine.operator.stateless.FlatMapOperator;
import dev.millrace.engine.operator.stateless.FlatMapValuesOperator;
import dev.millrace.engine.operator.stateless.ForEachOperator;
import dev.millrace.engine.operator.stateless.MapRecordOperator;
import dev.millrace.engine.operator.stateless.MapValuesOperator;
import dev.millrace.engine.operator.stateless.PassThroughOperator;
import dev.millrace.engine.operator.stateless.SelectKeyOperator;
import dev.millrace.engine.operator.suppress.TableSuppressOperator;
import dev.millrace.engine.operator.table.GlobalTableSourceOperator;
import dev.millrace.engine.operator.table.TableFilterOperator;
import dev.millrace.engine.operator.table.TableMapValuesOperator;
import dev.millrace.engine.operator.table.TableRegroupOperator;
import dev.millrace.engine.operator.table.TableSourceOperator;
import dev.millrace.engine.operator.table.TableToStreamOperator;
import dev.millrace.engine.operator.user.FixedKeyProcessorOperator;
import dev.millrace.engine.operator.user.ProcessorOperator;
import dev.millrace.engine.operator.user.TableTransformOperator;
import dev.millrace.topology.definition.ForeignKeyOperator;
import dev.millrace.topology.definition.JoinOperator;
import dev.millrace.topology.definition.OperatorDefinition.Branch;
import dev.millrace.topology.definition.OperatorDefinition.Filter;
import dev.millrace.topology.definition.OperatorDefinition.FlatMap;
import dev.millrace.topology.definition.OperatorDefinition.FlatMapValues;
import dev.millrace.topology.definition.OperatorDefinition.ForEach;
import dev.millrace.topology.definition.OperatorDefinition.GlobalTableSource;
import dev.millrace.topology.definition.OperatorDefinition.MapRecord;
import dev.millrace.topology.definition.OperatorDefinition.MapValues;
import dev.millrace.topology.definition.OperatorDefinition.PassThrough;
import dev.millrace.topology.definition.OperatorDefinition.SelectKey;
import dev.millrace.topology.definition.OperatorDefinition.StreamAggregate;
import dev.millrace.topology.definition.OperatorDefinition.StreamReduce;
import dev.millrace.topology.definition.OperatorDefinition.TableAggregate;
import dev.millrace.topology.definition.OperatorDefinition.TableFilter;
import dev.millrace.topology.definition.OperatorDefinition.TableJoin;
import dev.millrace.topology.definition.OperatorDefinition.TableMapValues;
import dev.millrace.topology.definition.OperatorDefinition.TableMerge;
import dev.millrace.topology.definition.OperatorDefinition.TableReduce;
import dev.millrace.topology.definition.OperatorDefinition.TableRegroup;
import dev.millrace.topology.definition.OperatorDefinition.TableSource;
import dev.millrace.topology.definition.OperatorDefinition.TableSuppress;
import dev.millrace.topology.definition.OperatorDefinition.TableToStream;
import dev.millrace.topology.definition.OperatorDefinition.TableTransformValues;
import dev.millrace.topology.definition.OperatorDefinition.UserFixedKeyProcessor;
import dev.millrace.topology.definition.OperatorDefinition.UserProcessor;
import dev.millrace.topology.definition.OperatorDefinition.Visitor;
import dev.millrace.topology.definition.ProcessorDefinition;
import dev.millrace.topology.definition.WindowedOperator;

/** The operator of one processor node, for each kind that there is. */
final class ProcessorOperators implements Visitor<Operator> {
    private final ProcessorDefinition node;
    private final String name;
    private final OperatorContext context;

    ProcessorOperators(ProcessorDefinition node, OperatorContext context) {
        this.node = node;
        this.name = node.name();
        this.context = context;
    }

    // ---- user code ----

    @Override
    public Operator userProcessor(UserProcessor operator) {
        return new ProcessorOperator(node, context, operator);
    }

    @Override
    public Operator userFixedKeyProcessor(UserFixedKeyProcessor operator) {
        return new FixedKeyProcessorOperator(node, context, operator);
    }

    // ---- stateless ----

    @Override
    public Operator filter(Filter operator) {
        return new FilterOperator(name, context, operator);
    }

    @Override
    public Operator mapRecord(MapRecord operator) {
        return new MapRecordOperator(name, context, operator);
    }

    @Override
    public Operator selectKey(SelectKey operator) {
        return new SelectKeyOperator(name, context, operator);
    }

    @Override
    public Operator mapValues(MapValues operator) {
        return new MapValuesOperator(name, context, operator);
    }

    @Override
    public Operator flatMap(FlatMap operator) {
        return new FlatMapOperator(name, context, operator);
    }

    @Override
    public Operator flatMapValues(FlatMapValues operator) {
        return new FlatMapValuesOperator(name, context, operator);
    }

    @Override
    public Operator forEach(ForEach operator) {
        return new ForEachOperator(name, context, operator);
    }

    @Override
    public Operator passThrough(PassThrough operator) {
        return new PassThroughOperator(name, context);
    }

    @Override
    public Operator branch(Branch operator) {
        return new BranchOperator(name, context, operator);
    }

    // ---- tables ----

    @Override
    public Operator tableSource(TableSource operator) {
        return new TableSourceOperator(name, context, operator);
    }

    @Override
    public Operator globalTableSource(GlobalTableSource operator) {
        return new GlobalTableSourceOperator(name, context, operator);
    }

    @Override
    public Operator tableFilter(TableFilter operator) {
        return new TableFilterOperator(name, context, operator);
    }

    @Override
    public Operator tableMapValues(TableMapValues operator) {
        return new TableMapValuesOperator(name, context, operator);
    }

    @Override
    public Operator tableToStream(TableToStream operator) {
        return new TableToStreamOperator(name, context);
    }

    @Override
    public Operator tableRegroup(TableRegroup operator) {
        return new TableRegroupOperator(name, context, operator);
    }

    @Override
    public Operator tableSuppress(TableSuppress operator) {
        return new TableSuppressOperator(name, context, operator);
    }

    @Override
    public Operator tableTransformValues(TableTransformValues operator) {
        return new TableTransformOperator(node, context, operator);
    }

    // ---- aggregations ----

    @Override
    public Operator tableAggregate(TableAggregate operator) {
        return new TableAggregateOperator(name, context, operator);
    }

    @Override
    public Operator tableReduce(TableReduce operator) {
        return new TableReduceOperator(name, context, operator);
    }

    @Override
    public Operator streamAggregate(StreamAggregate operator) {
        return new StreamAggregateOperator(name, context, operator);
    }

    @Override
    public Operator streamReduce(StreamReduce operator) {
        return new StreamReduceOperator(name, context, operator);
    }

    @Override
    public Operator windowed(WindowedOperator operator) {
        return operator.accept(new WindowedOperators(name, context));
    }

    // ---- joins ----

    @Override
    public Operator tableJoin(TableJoin operator) {
        return new TableJoinOperator(name, context, operator);
    }

    @Override
    public Operator foreignKey(ForeignKeyOperator operator) {
        return operator.accept(new ForeignKeyOperators(name, context));
    }

    @Override
    public Operator tableMerge(TableMerge operator) {
        return new TableMergeOperator(name, context, operator);
    }

    @Override
    public Operator join(JoinOperator operator) {
        return operator.accept(new JoinOperators(name, context));
    }
}
