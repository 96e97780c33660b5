package dev.millrace.topology.definition;

import dev.millrace.streams.kstream.ValueJoiner;
import java.util.function.BiFunction;

/**
 * The operators of a join of two tables by foreign key.
 *
 * <p>Left rows that refer to one foreign row are anywhere, by their own keys. So a left row subscribes to the foreign row, which
 * means that a record goes to its partition and is kept there; and the foreign row responds, now and whenever it changes.
 *
 * <pre>
 *   partitions of the left table                        partitions of the foreign table
 *
 *   left rows ---> Subscribe ====subscription topic===> KeepSubscription ---> AnswerSubscription
 *       |                                                     |                     |
 *       | look up                                        subscriptions              |
 *       v                                                     |                     |
 *   ResolveResponse &lt;=======response topic===========================================+
 *       |                                                     v                     |
 *       v                               foreign rows ---> NotifySubscribers --------+
 *   result
 * </pre>
 *
 * <p>A response says for which left value it was asked (by a hash): if the left row has changed since, nobody waits for it.
 */
public sealed interface ForeignKeyOperator extends OperatorDefinition {

    @Override
    default <R> R accept(OperatorDefinition.Visitor<R> visitor) {
        return visitor.foreignKey(this);
    }

    <R> R accept(Visitor<R> visitor);

    /**
     * updates of the left table -> subscriptions, under the foreign key.
     *
     * @param versioned whether the left rows are versions, of which only the latest count
     */
    record Subscribe(ForeignKeyJoin join, BiFunction<Object, Object, Object> foreignKey, boolean versioned)
            implements ForeignKeyOperator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.subscribe(this);
        }
    }

    /** subscriptions -> subscriptions: keeps who is subscribed. */
    record KeepSubscription(ForeignKeyJoin join) implements ForeignKeyOperator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.keepSubscription(this);
        }
    }

    /** subscriptions -> responses: tells a subscriber what the foreign row is now. */
    record AnswerSubscription(ForeignKeyJoin join, TableLookup foreignRows) implements ForeignKeyOperator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.answerSubscription(this);
        }
    }

    /**
     * updates of the foreign table -> responses: tells all subscribers.
     *
     * @param versioned whether the foreign rows are versions, of which only the latest count
     */
    record NotifySubscribers(ForeignKeyJoin join, boolean versioned) implements ForeignKeyOperator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.notifySubscribers(this);
        }
    }

    /** responses -> records: joins the left row with the foreign value, if it is still the one that asked. */
    record ResolveResponse(ForeignKeyJoin join, TableLookup rows, ValueJoiner<Object, Object, Object> joiner)
            implements ForeignKeyOperator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.resolveResponse(this);
        }
    }

    /** One answer per kind of operator. */
    interface Visitor<R> {
        R subscribe(Subscribe operator);

        R keepSubscription(KeepSubscription operator);

        R answerSubscription(AnswerSubscription operator);

        R notifySubscribers(NotifySubscribers operator);

        R resolveResponse(ResolveResponse operator);
    }
}
