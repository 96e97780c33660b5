package com.example.shop;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;
import org.apache.kafka.streams.state.KeyValueStore;

/** Runs {@link Orders} in the test driver and prints all that comes out. */
final class OrdersInDriver {
    private OrdersInDriver() {}

    static void run(String stateDir, PrintStream out) {
        Topology topology = Orders.topology();
        out.println(topology.describe());
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "orders");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir);
        config.put(StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueExceptionHandler.class);
        try (TopologyTestDriver driver = new TopologyTestDriver(topology, config, Instant.EPOCH)) {
            pipe(driver);
            print(driver, "sales", new LongDeserializer(), out);
            print(driver, "known", new StringDeserializer(), out);
            print(driver, "unknown", new StringDeserializer(), out);
            print(driver, "repeated", new StringDeserializer(), out);
            KeyValueStore<String, Long> lastSeen = driver.getKeyValueStore("last-seen");
            lastSeen.all().forEachRemaining(entry -> out.println("last-seen " + entry));
        }
    }

    private static void pipe(TopologyTestDriver driver) {
        TestInputTopic<String, String> customers =
                driver.createInputTopic("customers", new StringSerializer(), new StringSerializer());
        customers.pipeInput("c1", "Ada");
        customers.pipeInput("c2", "Bob");
        TestInputTopic<String, String> orders = driver.createInputTopic(
                "orders", new StringSerializer(), new StringSerializer(), Instant.ofEpochMilli(1_000), Duration.ofSeconds(7));
        for (int n = 0; n < 40; n++) {
            orders.pipeInput("o" + n, "c" + n % 3 + ";item" + n % 4 + ";" + n);
        }
        orders.pipeInput("broken", "no order");
        orders.pipeInput("late", "c1;item1;100", 2_000L);
        customers.pipeInput("c1", (String) null);
        orders.pipeInput("last", "c1;item1;5");
    }

    private static void print(TopologyTestDriver driver, String topic, Deserializer<?> values, PrintStream out) {
        driver.createOutputTopic(topic, new StringDeserializer(), values)
                .readRecordsToList()
                .forEach(record -> out.println(topic + " " + record));
    }
}
