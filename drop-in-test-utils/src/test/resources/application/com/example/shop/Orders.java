package com.example.shop;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Branched;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.Joined;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.TimeWindows;
import org.apache.kafka.streams.state.Stores;

/** What becomes of orders: sales per item and minute, the names of customers, suspicious ones apart. */
final class Orders {
    private Orders() {}

    static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, Order> orders = builder.stream("orders", Consumed.with(Serdes.String(), Order.serde()));
        KTable<String, String> names = builder.table("customers", Consumed.with(Serdes.String(), Serdes.String()));
        sales(orders);
        named(orders, names);
        builder.addStateStore(Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore("last-seen"), Serdes.String(), Serdes.Long()));
        orders.process(Repeated::new, Named.as("repeated"), "last-seen")
                .to("repeated", Produced.with(Serdes.String(), Serdes.String()));
        return builder.build();
    }

    private static void sales(KStream<String, Order> orders) {
        orders.groupBy((id, order) -> order.item(), Grouped.with(Serdes.String(), Order.serde()))
                .windowedBy(TimeWindows.ofSizeAndGrace(Duration.ofMinutes(1), Duration.ofSeconds(30)))
                .aggregate(() -> 0L, (item, order, sum) -> sum + order.amount(), Materialized.with(Serdes.String(), Serdes.Long()))
                .toStream()
                .map((window, sum) -> KeyValue.pair(window.key() + "@" + window.window().start(), sum))
                .to("sales", Produced.with(Serdes.String(), Serdes.Long()));
    }

    private static void named(KStream<String, Order> orders, KTable<String, String> names) {
        orders.selectKey((id, order) -> order.customer())
                .leftJoin(
                        names,
                        (order, name) -> (name == null ? "unknown" : name) + " buys " + order.item(),
                        Joined.with(Serdes.String(), Order.serde(), Serdes.String()))
                .split(Named.as("by-"))
                .branch(
                        (customer, text) -> text.startsWith("unknown"),
                        Branched.withConsumer(stream -> stream.to("unknown", Produced.with(Serdes.String(), Serdes.String()))))
                .defaultBranch(
                        Branched.withConsumer(stream -> stream.to("known", Produced.with(Serdes.String(), Serdes.String()))));
    }
}
