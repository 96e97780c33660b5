package dev.millrace.topology.definition;

import dev.millrace.streams.kstream.KeyValueMapper;
import dev.millrace.streams.kstream.ValueJoinerWithKey;
import org.jspecify.annotations.Nullable;

/** Joins of a stream with a table or another stream, records -> records. */
public sealed interface JoinOperator extends OperatorDefinition {

    @Override
    default <R> R accept(OperatorDefinition.Visitor<R> visitor) {
        return visitor.join(this);
    }

    <R> R accept(Visitor<R> visitor);

    /**
     * Joins each record with the current value of a table.
     *
     * @param left whether a record without a match is joined with null
     * @param grace with a versioned table: how long records wait for it; null for not at all
     */
    record StreamTableJoin(
            TableLookup table,
            ValueJoinerWithKey<Object, Object, Object, Object> joiner,
            boolean left,
            @Nullable StreamTableGrace grace)
            implements JoinOperator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.streamTableJoin(this);
        }
    }

    /** Joins each record with a row of a global table, under a key computed from the record. */
    record StreamGlobalTableJoin(
            String storeName,
            KeyValueMapper<Object, Object, ?> keySelector,
            ValueJoinerWithKey<Object, Object, Object, Object> joiner,
            boolean left)
            implements JoinOperator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.streamGlobalTableJoin(this);
        }
    }

    /** Keeps every record in the store of one side of a join of two streams, and forwards it. */
    record JoinSide(String storeName) implements JoinOperator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.joinSide(this);
        }
    }

    /** Joins each record of one side with those of the other that are near enough in time. */
    record StreamJoin(StreamJoinSide side, ValueJoinerWithKey<Object, Object, Object, Object> joiner)
            implements JoinOperator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.streamJoin(this);
        }
    }

    /** Joins each record with those of its own stream that are near enough in time, itself included. */
    record StreamSelfJoin(
            String storeName, StreamJoinBounds bounds, ValueJoinerWithKey<Object, Object, Object, Object> joiner)
            implements JoinOperator {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.streamSelfJoin(this);
        }
    }

    /** One answer per kind of operator. */
    interface Visitor<R> {
        R streamTableJoin(StreamTableJoin operator);

        R streamGlobalTableJoin(StreamGlobalTableJoin operator);

        R joinSide(JoinSide operator);

        R streamJoin(StreamJoin operator);

        R streamSelfJoin(StreamSelfJoin operator);
    }
}
