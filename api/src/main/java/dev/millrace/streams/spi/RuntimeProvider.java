package dev.millrace.streams.spi;

import dev.millrace.streams.KafkaClientSupplier;
import dev.millrace.streams.StreamsConfig;
import org.apache.kafka.common.utils.Time;

/** Makes the engine behind a {@code KafkaStreams}. */
public interface RuntimeProvider {

    /**
     * An engine that is not started. Config mistakes and topology mistakes are thrown from here.
     *
     * @param topology the recorder of the {@code Topology} to run
     */
    StreamsRuntime newRuntime(TopologyRecorder topology, StreamsConfig config, KafkaClientSupplier clients, Time time);
}
