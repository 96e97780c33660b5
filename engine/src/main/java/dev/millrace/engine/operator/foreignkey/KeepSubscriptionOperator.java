package dev.millrace.engine.operator.foreignkey;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.state.KeyValueState;
import dev.millrace.topology.definition.ForeignKeyOperator.KeepSubscription;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Keeps subscriptions in a store, and takes out those that end. One without a foreign key has nothing to wait for. */
public final class KeepSubscriptionOperator extends Operator {
    private final String storeName;
    private final JoinSerdes.Part foreignKeys;
    private @Nullable KeyValueState store;

    public KeepSubscriptionOperator(String name, OperatorContext context, KeepSubscription definition) {
        super(name, context);
        this.storeName = definition.join().storeName();
        this.foreignKeys = new JoinSerdes(definition.join(), context).foreignKeys();
    }

    @Override
    public void open() {
        store = context().keyValues(storeName);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        byte[] subscription = (byte[]) value;
        SubscriptionFormat.check(subscription);
        byte[] checked = Objects.requireNonNull(subscription);
        if (key != null) {
            byte[] place = SubscriptionFormat.storeKey(foreignKeys.writeKey(key, headers), checked);
            byte[] kept = SubscriptionFormat.instruction(checked).ends() ? null : checked;
            Objects.requireNonNull(store).put(Bytes.wrap(place), kept, timestamp);
        }
        downstream().accept(key, checked, timestamp, headers);
    }
}
