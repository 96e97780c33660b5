package dev.millrace.engine.operator.factory;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.session.SessionAggregateOperator;
import dev.millrace.engine.operator.window.SlidingAggregateOperator;
import dev.millrace.engine.operator.window.WindowAggregateOperator;
import dev.millrace.engine.operator.window.WindowReduceOperator;
import dev.millrace.topology.definition.WindowedOperator.SessionAggregate;
import dev.millrace.topology.definition.WindowedOperator.SlidingAggregate;
import dev.millrace.topology.definition.WindowedOperator.Visitor;
import dev.millrace.topology.definition.WindowedOperator.WindowAggregate;
import dev.millrace.topology.definition.WindowedOperator.WindowReduce;

/** The operator of one aggregation in windows or sessions, for each kind that there is. */
record WindowedOperators(String name, OperatorContext context) implements Visitor<Operator> {

    @Override
    public Operator windowAggregate(WindowAggregate operator) {
        return new WindowAggregateOperator(name, context, operator);
    }

    @Override
    public Operator windowReduce(WindowReduce operator) {
        return new WindowReduceOperator(name, context, operator);
    }

    @Override
    public Operator slidingAggregate(SlidingAggregate operator) {
        return new SlidingAggregateOperator(name, context, operator);
    }

    @Override
    public Operator sessionAggregate(SessionAggregate operator) {
        return new SessionAggregateOperator(name, context, operator);
    }
}
