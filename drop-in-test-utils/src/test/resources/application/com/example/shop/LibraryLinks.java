package com.example.shop;

import java.io.PrintStream;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.kstream.internals.KTableImpl;
import org.apache.kafka.streams.kstream.internals.SessionWindow;
import org.apache.kafka.streams.kstream.internals.TimeWindow;
import org.apache.kafka.streams.kstream.internals.UnlimitedWindow;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.apache.kafka.streams.processor.internals.StreamsPartitionAssignor;

/** Links to what is not public, as well-known libraries do. */
final class LibraryLinks {
    private LibraryLinks() {}

    static void run(PrintStream out) throws ClassNotFoundException {
        out.println(new Windowed<>("key", new TimeWindow(1, 2)));
        out.println(new Windowed<>("key", new SessionWindow(1, 2)));
        out.println(new Windowed<>("key", new UnlimitedWindow(1)));
        KafkaClientSupplier clients = new DefaultKafkaClientSupplier();
        out.println(clients.getClass().getName());
        out.println(StreamsPartitionAssignor.class.getName());
        KTable<String, String> table =
                new StreamsBuilder().table("table", Consumed.with(Serdes.String(), Serdes.String()));
        out.println(((KTableImpl<?, ?, ?>) table).keySerde().getClass().getName());
        for (String assignor : new String[] {"FallbackPrior", "HighAvailability", "LegacySticky"}) {
            String name = "org.apache.kafka.streams.processor.internals.assignment." + assignor + "TaskAssignor";
            out.println(name + " " + (Class.forName(name).getDeclaredConstructors().length > 0));
        }
        settings(out);
    }

    private static void settings(PrintStream out) {
        Properties given = new Properties();
        given.put(StreamsConfig.APPLICATION_ID_CONFIG, "links");
        given.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
        StreamsConfig config = new StreamsConfig(given);
        out.println(config.getKafkaClientSupplier().getClass().getName());
        out.println(config.getMainConsumerConfigs("links", "client", 0).get("partition.assignment.strategy"));
    }
}
