package dev.millrace.engine.operator.foreignkey;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.topic.Destination;
import dev.millrace.engine.port.SendOrigin;
import dev.millrace.topology.definition.SinkDefinition;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Sends responses back to the left rows that asked. It is given the subscription in place of a key: the primary key is in it, and
 * the partition, unless the user's partitioner knows better.
 */
public final class ResponseSinkOperator extends Operator {
    private final Destination destination;
    private final boolean chosenByUser;
    private final SendOrigin origin;

    public ResponseSinkOperator(SinkDefinition definition, OperatorContext context) {
        super(definition.name(), context);
        this.destination = new Destination(definition, context);
        this.chosenByUser = definition.partitioner() != null;
        this.origin = new SendOrigin(context.taskId(), name(), false, () -> context.faultContext(name()));
    }

    @Override
    public void connect(List<Operator> children) {
        if (!children.isEmpty()) {
            throw new IllegalArgumentException("Sink " + name() + " cannot have children");
        }
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        byte[] subscription = (byte[]) Objects.requireNonNull(key);
        byte[] primaryKey = SubscriptionFormat.primaryKey(subscription);
        byte[] response = (byte[]) value;
        String topic = destination.topic(primaryKey, response, timestamp, headers);
        Set<Integer> chosen = chosenByUser ? destination.partitions(topic, primaryKey, response) : null;
        if (chosen == null) {
            Integer partition = chosenByUser ? null : SubscriptionFormat.partition(subscription);
            context().sink().send(topic, partition, timestamp, primaryKey, response, headers, origin);
            return;
        }
        for (Integer partition : chosen) {
            context().sink().send(topic, partition, timestamp, primaryKey, response, headers, origin);
        }
    }

    /** The processor that sent the response here answers. */
    @Override
    protected void onFailure(
            @Nullable Object key, @Nullable Object value, long timestamp, Headers headers, RuntimeException error) {
        throw error;
    }
}
