package dev.millrace.topology.dsl;

import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.topology.dsl.step.MergeableRepartition;
import dev.millrace.topology.dsl.step.RepartitionNames;
import dev.millrace.topology.dsl.step.RepartitionStep;
import dev.millrace.topology.dsl.step.RepartitionStep.Sent;
import dev.millrace.topology.dsl.step.Upstream;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** How a stream is to be sent through a topic of its own. */
final class Repartitioning {
    private final String base;
    private final @Nullable Serde<?> keySerde;
    private final @Nullable Serde<?> valueSerde;
    private @Nullable Integer partitions;
    private @Nullable StreamPartitioner<?, ?> partitioner;
    private boolean asked;

    /**
     * A repartitioning.
     *
     * @param base what the topic is named after
     */
    Repartitioning(String base, @Nullable Serde<?> keySerde, @Nullable Serde<?> valueSerde) {
        this.base = base;
        this.keySerde = keySerde;
        this.valueSerde = valueSerde;
    }

    /** The user asked for the topic, and says how it is to be divided. */
    Repartitioning withPartitions(@Nullable Integer count, @Nullable StreamPartitioner<?, ?> chosenBy) {
        partitions = count;
        partitioner = chosenBy;
        asked = true;
        return this;
    }

    /**
     * Appends the steps.
     *
     * @param keepsNullKeys whether records without a key are sent too, because a left join wants them
     */
    StreamOrigin append(StreamOrigin origin, boolean keepsNullKeys) {
        RepartitionNames names = RepartitionNames.forStream(origin.program().names(), base);
        Sent sent = keepsNullKeys ? Sent.ALL_RECORDS : Sent.RECORDS_WITH_KEY;
        RepartitionStep step =
                new RepartitionStep(origin.step(), names, partitions, keySerde, valueSerde, partitioner, sent);
        Upstream behindTopic = asked ? step : new MergeableRepartition(step);
        return StreamOrigin.source(origin.program(), origin.program().add(behindTopic));
    }

    /**
     * Uses up the numbers of a repartitioning that an earlier one serves.
     *
     * @param earlier the stream behind the earlier one
     */
    void share(StreamOrigin earlier, boolean keepsNullKeys) {
        RepartitionNames.forStream(earlier.program().names(), base);
        if (keepsNullKeys) {
            ((MergeableRepartition) earlier.step()).keepNullKeys();
        }
    }
}
