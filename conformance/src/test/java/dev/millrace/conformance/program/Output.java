package dev.millrace.conformance.program;

import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.KTable;

/** What many programs do with their results. */
final class Output {
    private Output() {}

    /** Sends the updates of a table out, keys and values as text. */
    static <K, V> void text(KTable<K, V> table) {
        table.toStream()
                .map((key, value) -> KeyValue.pair(String.valueOf(key), String.valueOf(value)))
                .to("out");
    }
}
