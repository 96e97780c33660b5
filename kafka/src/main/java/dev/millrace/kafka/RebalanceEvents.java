package dev.millrace.kafka;

import dev.millrace.engine.port.PartitionListener;
import java.util.Collection;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Tells a partition listener what the consumer says, and remembers what it threw: the consumer goes on with the rebalance and
 * throws something else in the end.
 */
final class RebalanceEvents implements ConsumerRebalanceListener {
    private final PartitionListener listener;
    private @Nullable RuntimeException thrown;

    RebalanceEvents(PartitionListener listener) {
        this.listener = listener;
    }

    /** Told even if nothing came: it is how a member learns that the rebalance is over. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        tell(() -> listener.assigned(partitions));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            tell(() -> listener.revoked(partitions));
        }
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        if (!partitions.isEmpty()) {
            tell(() -> listener.lost(partitions));
        }
    }

    private void tell(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            if (thrown == null) {
                thrown = e;
            } else {
                thrown.addSuppressed(e);
            }
            throw e;
        }
    }

    /** What the listener threw since the last call, or {@code otherwise}. */
    RuntimeException thrownOr(RuntimeException otherwise) {
        RuntimeException own = thrown;
        thrown = null;
        return own == null ? otherwise : own;
    }
}
