package dev.millrace.streams;

import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.streams.kstream.Consumed;
import dev.millrace.streams.kstream.Named;
import dev.millrace.streams.kstream.Produced;
import dev.millrace.streams.processor.api.ContextualFixedKeyProcessor;
import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.FixedKeyProcessorSupplier;
import dev.millrace.streams.processor.api.FixedKeyRecord;
import dev.millrace.streams.processor.api.ProcessorSupplier;
import dev.millrace.streams.processor.api.ProcessorWrapper;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.processor.api.WrappedFixedKeyProcessorSupplier;
import dev.millrace.streams.processor.api.WrappedProcessorSupplier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The {@code processor.wrapper.class} sees the processors that a program supplies. */
class ProcessorWrapperTest {
    private final Properties settings = new Properties();

    @BeforeEach
    void configure() {
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "app");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "broker:9092");
        settings.put(StreamsConfig.PROCESSOR_WRAPPER_CLASS_CONFIG, Noting.class);
        settings.put("noting.mark", "*");
        Noting.NAMES.clear();
    }

    private TopologyConfig config() {
        return new TopologyConfig(new StreamsConfig(settings));
    }

    @Test
    void processorsOfTheDeclarativeLanguageAreWrapped() {
        StreamsBuilder builder = new StreamsBuilder(config());
        builder.stream("in", Consumed.with(Serdes.String(), Serdes.String()))
                .process(Forward::new, Named.as("first"))
                .processValues(ForwardValue::new)
                .to("out", Produced.with(Serdes.String(), Serdes.String()));

        assertThat(run(builder.build())).isEqualTo("value");
        assertThat(Noting.NAMES).containsExactly("*first", "*KSTREAM-PROCESSVALUES-0000000001");
    }

    @Test
    void processorsOfATopologyAreWrapped() {
        Topology topology = new Topology(config());
        topology.addSource("source", new StringDeserializer(), new StringDeserializer(), "in");
        topology.addProcessor("processor", Forward::new, "source");
        topology.addSink("sink", "out", new StringSerializer(), new StringSerializer(), "processor");

        assertThat(run(topology)).isEqualTo("value");
        assertThat(Noting.NAMES).containsExactly("*processor");
    }

    private String run(Topology topology) {
        try (TopologyTestDriver driver = new TopologyTestDriver(topology, settings)) {
            driver.createInputTopic("in", new StringSerializer(), new StringSerializer())
                    .pipeInput("key", "value");
            return driver.createOutputTopic("out", new StringDeserializer(), new StringDeserializer())
                    .readValue();
        }
    }

    /** Passes records on. */
    private static final class Forward extends ContextualProcessor<String, String, String, String> {
        @Override
        public void process(Record<String, String> record) {
            context().forward(record);
        }
    }

    /** Passes records on. */
    private static final class ForwardValue extends ContextualFixedKeyProcessor<String, String, String> {
        @Override
        public void process(FixedKeyRecord<String, String> record) {
            context().forward(record);
        }
    }

    /** Notes what it is shown. */
    public static final class Noting implements ProcessorWrapper {
        private static final List<String> NAMES = new ArrayList<>();

        private String mark = "";

        @Override
        public void configure(Map<String, ?> configs) {
            mark = String.valueOf(configs.get("noting.mark"));
        }

        @Override
        public <A, B, C, D> WrappedProcessorSupplier<A, B, C, D> wrapProcessorSupplier(
                String processorName, ProcessorSupplier<A, B, C, D> processorSupplier) {
            NAMES.add(mark + processorName);
            return ProcessorWrapper.asWrapped(processorSupplier);
        }

        @Override
        public <A, B, C> WrappedFixedKeyProcessorSupplier<A, B, C> wrapFixedKeyProcessorSupplier(
                String processorName, FixedKeyProcessorSupplier<A, B, C> processorSupplier) {
            NAMES.add(mark + processorName);
            return ProcessorWrapper.asWrappedFixedKey(processorSupplier);
        }
    }
}
