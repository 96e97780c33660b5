package dev.millrace.embedded;

import java.util.HashMap;
import java.util.Map;

/**
 * What a user may choose about a broker; everything has a default.
 *
 * @param port the port clients connect to on 127.0.0.1, or 0 for any free one
 * @param partitions how many partitions a topic gets that is created without saying
 * @param properties any other broker property, by its Kafka name; overrides what this package would set
 */
public record BrokerOptions(int port, int partitions, Map<String, String> properties) {
    private static final int PORT_MAX = 65_535;

    /** Checks the values and takes a copy of the properties. */
    public BrokerOptions {
        if (port < 0 || port > PORT_MAX) {
            throw new IllegalArgumentException("port is " + port + ", but must be 0 (any free port) to " + PORT_MAX);
        }
        if (partitions < 1) {
            throw new IllegalArgumentException("partitions is " + partitions + ", but must be at least 1");
        }
        properties = Map.copyOf(properties);
    }

    /** Any free port, one partition, no further properties. */
    public static BrokerOptions standard() {
        return new BrokerOptions(0, 1, Map.of());
    }

    /** These options with another port; 0 means any free one. */
    public BrokerOptions withPort(int newPort) {
        return new BrokerOptions(newPort, partitions, properties);
    }

    /** These options with another number of partitions for topics created without saying. */
    public BrokerOptions withPartitions(int newPartitions) {
        return new BrokerOptions(port, newPartitions, properties);
    }

    /** These options and one more broker property, such as {@code message.max.bytes}. */
    public BrokerOptions withProperty(String name, Object value) {
        Map<String, String> more = new HashMap<>(properties);
        more.put(name, value.toString());
        return new BrokerOptions(port, partitions, more);
    }
}
