package dev.millrace.streams;

import dev.millrace.streams.processor.api.ContextualProcessor;
import dev.millrace.streams.processor.api.ProcessorContext;
import dev.millrace.streams.processor.api.Record;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;

/** A topology that a test makes, and the driver that runs it. */
abstract class DriverFixture {
    static final Instant START = Instant.ofEpochMilli(1000);

    final Properties config = new Properties();
    final Topology topology = new Topology();
    final List<String> seen = new ArrayList<>();
    TopologyTestDriver driver;

    DriverFixture() {
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "app");
        config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
        config.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
    }

    @AfterEach
    void close() {
        if (driver != null) {
            driver.close();
        }
    }

    final void start() {
        driver = new TopologyTestDriver(topology, config, START);
    }

    final TestInputTopic<String, String> input(String topic) {
        return driver.createInputTopic(topic, new StringSerializer(), new StringSerializer());
    }

    final TestOutputTopic<String, String> output(String topic) {
        return driver.createOutputTopic(topic, new StringDeserializer(), new StringDeserializer());
    }

    /** A processor that does what the test says with each record. */
    static final class Step extends ContextualProcessor<String, String, String, String> {
        private final BiConsumer<ProcessorContext<String, String>, Record<String, String>> action;

        Step(BiConsumer<ProcessorContext<String, String>, Record<String, String>> action) {
            this.action = action;
        }

        @Override
        public void process(Record<String, String> record) {
            action.accept(context(), record);
        }
    }

    final void addStep(
            String name, String parent, BiConsumer<ProcessorContext<String, String>, Record<String, String>> action) {
        topology.addProcessor(name, () -> new Step(action), parent);
    }
}
