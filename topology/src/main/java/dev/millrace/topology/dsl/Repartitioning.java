package dev.millrace.topology.dsl;

import dev.millrace.streams.kstream.Predicate;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.topology.definition.OperatorDefinition.Filter;
import dev.millrace.topology.dsl.step.RepartitionNames;
import dev.millrace.topology.dsl.step.RepartitionStep;
import dev.millrace.topology.naming.NameSequence;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/** How a stream is to be sent through a topic of its own. */
final class Repartitioning {
    private static final Predicate<Object, Object> HAS_KEY = (key, value) -> key != null;
    private static final Predicate<Object, Object> ANY = (key, value) -> true;

    private final String base;
    private final @Nullable Serde<?> keySerde;
    private final @Nullable Serde<?> valueSerde;
    private @Nullable Integer partitions;
    private @Nullable StreamPartitioner<?, ?> partitioner;

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

    Repartitioning withPartitions(@Nullable Integer count, @Nullable StreamPartitioner<?, ?> chosenBy) {
        partitions = count;
        partitioner = chosenBy;
        return this;
    }

    /**
     * Appends the steps.
     *
     * @param keepsNullKeys whether records without a key are sent too, because a left join wants them
     */
    StreamOrigin append(StreamOrigin origin, boolean keepsNullKeys) {
        RepartitionNames names = RepartitionNames.forStream(origin.program().names(), base);
        Filter filter = new Filter(keepsNullKeys ? ANY : HAS_KEY, false);
        RepartitionStep step =
                new RepartitionStep(origin.step(), names, partitions, keySerde, valueSerde, partitioner, filter);
        if (origin.keyChange() != null) {
            origin.program().repartitions().after(origin.keyChange());
        }
        return StreamOrigin.source(origin.program(), origin.program().add(step));
    }

    /** Uses up the numbers of a repartitioning that another one serves. */
    void takeNumbers(NameSequence names) {
        RepartitionNames.forStream(names, base);
    }
}
