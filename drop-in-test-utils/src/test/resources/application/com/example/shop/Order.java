package com.example.shop;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** An order, with a serde of its own. */
record Order(String customer, String item, int amount) {

    static Serde<Order> serde() {
        return Serdes.serdeFrom(
                (topic, order) -> order == null ? null : order.text().getBytes(StandardCharsets.UTF_8),
                (topic, bytes) -> bytes == null ? null : parse(new String(bytes, StandardCharsets.UTF_8)));
    }

    private String text() {
        return customer + ";" + item + ";" + amount;
    }

    private static Order parse(String text) {
        String[] parts = text.split(";");
        if (parts.length != 3) {
            throw new SerializationException("Not an order: " + text);
        }
        return new Order(parts[0], parts[1], Integer.parseInt(parts[2]));
    }
}
