package com.example.shop;

import java.util.Arrays;
import java.util.Locale;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.KTable;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.KeyValueStore;

/** Counts words. */
final class WordCount {
    static final String STORE = "counts";

    private WordCount() {}

    static Topology topology(String lines, String counts) {
        StreamsBuilder builder = new StreamsBuilder();
        KStream<String, String> input = builder.stream(lines, Consumed.with(Serdes.String(), Serdes.String()));
        KTable<String, Long> table = input.flatMapValues(
                        line -> Arrays.asList(line.toLowerCase(Locale.ROOT).split("\\W+")))
                .filter((key, word) -> !word.isEmpty())
                .groupBy((key, word) -> word, Grouped.with(Serdes.String(), Serdes.String()))
                .count(Materialized.<String, Long, KeyValueStore<Bytes, byte[]>>as(STORE));
        table.toStream().to(counts, Produced.with(Serdes.String(), Serdes.Long()));
        return builder.build();
    }
}
