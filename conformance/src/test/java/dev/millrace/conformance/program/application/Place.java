package dev.millrace.conformance.program.application;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.kstream.KStream;
import dev.millrace.streams.kstream.KTable;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.api.Record;
import dev.millrace.streams.state.StoreBuilder;
import java.util.function.BiFunction;

/**
 * The place of one kind of store in the application that has them all.
 *
 * @param prefix what the names of output topics begin with
 */
record Place(StreamsBuilder builder, String kind, boolean persistent, String prefix) {

    /** The name of an input topic. */
    static String topic(String kind, int number) {
        return "in-" + kind + "-" + number;
    }

    String topic(int number) {
        return topic(kind, number);
    }

    /** The only or first input. */
    KStream<String, String> stream() {
        return stream(0);
    }

    KStream<String, String> stream(int number) {
        return builder.stream(topic(number));
    }

    /** The name of the only or first store; what else is named begins with it. */
    String store() {
        return kind;
    }

    /** The first store, where nothing waits in a cache: so each record has its own output. */
    <V, S extends StateStore> Materialized<String, V, S> kept() {
        return Materialized.<String, V, S>as(store()).withCachingDisabled();
    }

    /** Ends a stream in the output. */
    void out(KStream<?, ?> results) {
        results.map((key, value) -> KeyValue.pair(String.valueOf(key), String.valueOf(value)))
                .to(prefix + kind);
    }

    /** Ends a table in the output. */
    void out(KTable<?, ?> results) {
        out(results.toStream());
    }

    /** Adds a store that each record is given to, and ends what comes back from there in the output. */
    <S extends StateStore> void swap(StoreBuilder<S> added, BiFunction<S, Record<String, String>, String> swap) {
        builder.addStateStore(added);
        out(stream().process(() -> new Swap<>(store(), swap), store()));
    }

    /** Adds to a text that does not grow for ever. */
    static String append(String all, String more) {
        String text = all + more + ",";
        return text.length() > 40 ? text.substring(text.length() - 20) : text;
    }
}
