package dev.millrace.engine.operator.factory;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.foreignkey.AnswerSubscriptionOperator;
import dev.millrace.engine.operator.foreignkey.KeepSubscriptionOperator;
import dev.millrace.engine.operator.foreignkey.NotifySubscribersOperator;
import dev.millrace.engine.operator.foreignkey.ResolveResponseOperator;
import dev.millrace.engine.operator.foreignkey.SubscribeOperator;
import dev.millrace.topology.definition.ForeignKeyOperator.AnswerSubscription;
import dev.millrace.topology.definition.ForeignKeyOperator.KeepSubscription;
import dev.millrace.topology.definition.ForeignKeyOperator.NotifySubscribers;
import dev.millrace.topology.definition.ForeignKeyOperator.ResolveResponse;
import dev.millrace.topology.definition.ForeignKeyOperator.Subscribe;
import dev.millrace.topology.definition.ForeignKeyOperator.Visitor;

/** The operator of one node of a join by foreign key, for each kind that there is. */
record ForeignKeyOperators(String name, OperatorContext context) implements Visitor<Operator> {

    @Override
    public Operator subscribe(Subscribe operator) {
        return new SubscribeOperator(name, context, operator);
    }

    @Override
    public Operator keepSubscription(KeepSubscription operator) {
        return new KeepSubscriptionOperator(name, context, operator);
    }

    @Override
    public Operator answerSubscription(AnswerSubscription operator) {
        return new AnswerSubscriptionOperator(name, context, operator);
    }

    @Override
    public Operator notifySubscribers(NotifySubscribers operator) {
        return new NotifySubscribersOperator(name, context, operator);
    }

    @Override
    public Operator resolveResponse(ResolveResponse operator) {
        return new ResolveResponseOperator(name, context, operator);
    }
}
