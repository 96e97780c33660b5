package dev.millrace.engine.operator.factory;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.join.JoinSideOperator;
import dev.millrace.engine.operator.join.StreamGlobalTableJoinOperator;
import dev.millrace.engine.operator.join.StreamJoinOperator;
import dev.millrace.engine.operator.join.StreamSelfJoinOperator;
import dev.millrace.engine.operator.join.StreamTableJoinOperator;
import dev.millrace.topology.definition.JoinOperator.JoinSide;
import dev.millrace.topology.definition.JoinOperator.StreamGlobalTableJoin;
import dev.millrace.topology.definition.JoinOperator.StreamJoin;
import dev.millrace.topology.definition.JoinOperator.StreamSelfJoin;
import dev.millrace.topology.definition.JoinOperator.StreamTableJoin;
import dev.millrace.topology.definition.JoinOperator.Visitor;

/** The operator of one node of a join of a stream, for each kind that there is. */
record JoinOperators(String name, OperatorContext context) implements Visitor<Operator> {

    @Override
    public Operator streamTableJoin(StreamTableJoin operator) {
        return new StreamTableJoinOperator(name, context, operator);
    }

    @Override
    public Operator streamGlobalTableJoin(StreamGlobalTableJoin operator) {
        return new StreamGlobalTableJoinOperator(name, context, operator);
    }

    @Override
    public Operator joinSide(JoinSide operator) {
        return new JoinSideOperator(name, context, operator);
    }

    @Override
    public Operator streamJoin(StreamJoin operator) {
        return new StreamJoinOperator(name, context, operator);
    }

    @Override
    public Operator streamSelfJoin(StreamSelfJoin operator) {
        return new StreamSelfJoinOperator(name, context, operator);
    }
}
