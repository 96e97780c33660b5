package dev.millrace.engine.operator.foreignkey;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.state.KeyValueState;
import dev.millrace.state.RowCursor;
import dev.millrace.topology.definition.ForeignKeyOperator.NotifySubscribers;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** Tells every subscriber of a foreign row what has become of it. The new value is serialized once for all of them. */
public final class NotifySubscribersOperator extends Operator {
    private final String storeName;
    private final boolean versioned;
    private final JoinSerdes.Part foreignKeys;
    private final JoinSerdes.Part foreignValues;
    private @Nullable KeyValueState store;

    public NotifySubscribersOperator(String name, OperatorContext context, NotifySubscribers definition) {
        super(name, context);
        JoinSerdes serdes = new JoinSerdes(definition.join(), context);
        this.versioned = definition.versioned();
        this.storeName = definition.join().storeName();
        this.foreignKeys = serdes.foreignKeys();
        this.foreignValues = serdes.foreignValues();
    }

    @Override
    public void open() {
        store = context().keyValues(storeName);
    }

    @Override
    protected void onUpdate(
            Object key, @Nullable Object newValue, @Nullable Object oldValue, long timestamp, Headers headers) {
        if (versioned && context().ofThePast()) {
            return;
        }
        byte[] prefix = SubscriptionFormat.storePrefix(foreignKeys.writeKey(key, headers));
        byte[] foreignValue = null;
        try (RowCursor subscribers = Objects.requireNonNull(store).scanPrefix(prefix)) {
            while (subscribers.next()) {
                if (foreignValue == null && newValue != null) {
                    foreignValue = foreignValues.write(newValue, headers);
                }
                byte[] subscription = (byte[]) subscribers.value();
                downstream().accept(subscription, ResponseFormat.write(subscription, foreignValue), timestamp, headers);
            }
        }
    }
}
