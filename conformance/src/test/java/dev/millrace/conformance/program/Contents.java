package dev.millrace.conformance.program;

import dev.millrace.conformance.script.Transcript;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.TopologyTestDriver;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;

/** Writes down what the stores of a driver hold: every entry, in the order in which the store gives them. */
final class Contents {
    private Contents() {}

    static void of(TopologyTestDriver driver, Duration retention, Transcript transcript) {
        Map<String, StateStore> stores = new TreeMap<>(driver.getAllStateStores());
        stores.forEach((name, store) -> {
            transcript.line("store " + name + " persistent=" + store.persistent());
            if (store instanceof KeyValueStore<?, ?> keyValues) {
                write(keyValues.all(), transcript);
                write(keyValues.reverseAll(), transcript);
            } else if (store instanceof WindowStore<?, ?> windows) {
                long earliest = latestStart(windows) - retention.toMillis();
                writeFrom(earliest, windows.all(), transcript);
                writeFrom(earliest, windows.backwardAll(), transcript);
            }
        });
    }

    private static long latestStart(WindowStore<?, ?> store) {
        long latest = 0;
        try (var windows = store.all()) {
            while (windows.hasNext()) {
                latest = Math.max(latest, windows.next().key.window().start());
            }
        }
        return latest;
    }

    private static void writeFrom(
            long earliestStart, KeyValueIterator<? extends Windowed<?>, ?> windows, Transcript transcript) {
        try (windows) {
            while (windows.hasNext()) {
                KeyValue<? extends Windowed<?>, ?> entry = windows.next();
                if (entry.key.window().start() > earliestStart) {
                    transcript.line("  " + entry.key + "=" + entry.value);
                }
            }
        }
    }

    /** Values under keys of bytes are subscriptions, which look different in each engine; the changelog shows their bytes. */
    private static void write(KeyValueIterator<?, ?> entries, Transcript transcript) {
        try (entries) {
            while (entries.hasNext()) {
                KeyValue<?, ?> entry = entries.next();
                transcript.line("  " + entry.key + (entry.key instanceof Bytes ? "" : "=" + entry.value));
            }
        }
    }
}
