package dev.millrace.conformance.program;

import dev.millrace.conformance.program.Program.Asked;
import dev.millrace.conformance.script.Script;
import dev.millrace.conformance.script.Transcript;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.TopologyTestDriver;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.KeyValueStore;
import dev.millrace.streams.state.SessionStore;
import dev.millrace.streams.state.VersionedKeyValueStore;
import dev.millrace.streams.state.VersionedRecord;
import dev.millrace.streams.state.WindowStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;

/** Writes down what the stores of a driver hold: every entry, in the order in which the store gives them. */
final class Contents {
    private Contents() {}

    /**
     * All stores.
     *
     * @param latestMs the latest event time that was seen
     * @param retention windows that start earlier by this are left out; zero: all are
     * @param asked what the stores are asked beside their content
     */
    static void of(TopologyTestDriver driver, long latestMs, Duration retention, Asked asked, Transcript transcript) {
        boolean asking = asked != Asked.NOTHING;
        boolean known = retention.compareTo(Program.LONG) < 0;
        long earliestMs = latestMs - retention.toMillis();
        Map<String, StateStore> stores = new TreeMap<>(driver.getAllStateStores());
        stores.forEach((name, store) -> {
            transcript.line("store " + name + " persistent=" + store.persistent());
            if (asked == Asked.EVERYTHING && answersQueries(store)) {
                transcript.line("  at " + Questions.position(store));
            }
            if (store instanceof KeyValueStore<?, ?> keyValues) {
                write(keyValues.all(), transcript);
                boolean readable = writeBackwards(keyValues, transcript);
                Object key = someKey(keyValues.all());
                if (asking && readable && !(key instanceof Bytes)) {
                    Questions.ask(store, key, Instant.EPOCH, transcript);
                }
            } else if (store instanceof VersionedKeyValueStore<?, ?> versions) {
                writeVersions(versions, asking, transcript);
            } else if (store instanceof WindowStore<?, ?> windows && !retention.isZero()) {
                write(windows, earliestMs, known, transcript);
                if (asking) {
                    Instant since = Instant.ofEpochMilli(Math.max(0, earliestMs + 1));
                    Windowed<?> window = (Windowed<?>) someKey(windows.fetchAll(since, Questions.LATER));
                    Questions.ask(store, window == null ? null : window.key(), since, transcript);
                }
            } else if (store instanceof SessionStore<?, ?> sessions) {
                long earliest = latestEnd(sessions) - retention.toMillis();
                Object key = writeEndingFrom(earliest, sessions.fetch(null, null), transcript);
                writeEndingFrom(earliest, sessions.backwardFetch(null, null), transcript);
                if (asking) {
                    Questions.ask(store, key, Instant.EPOCH, transcript);
                }
            }
        });
    }

    private static boolean answersQueries(StateStore store) {
        return store instanceof KeyValueStore
                || store instanceof VersionedKeyValueStore
                || store instanceof WindowStore
                || store instanceof SessionStore;
    }

    /** The third key or, if there are fewer, the last; null if there is none. */
    private static Object someKey(KeyValueIterator<?, ?> entries) {
        Object key = null;
        try (entries) {
            for (int i = 0; i < 3 && entries.hasNext(); i++) {
                key = entries.next().key;
            }
        }
        return key;
    }

    /** A versioned store cannot be walked over: it is asked for the keys that scripts write. */
    @SuppressWarnings("unchecked")
    private static void writeVersions(VersionedKeyValueStore<?, ?> store, boolean asking, Transcript transcript) {
        VersionedKeyValueStore<String, ?> versions = (VersionedKeyValueStore<String, ?>) store;
        for (String key : Script.WORDS) {
            Set<Long> known = new TreeSet<>();
            VersionedRecord<?> version = versions.get(key);
            while (version != null) {
                known.add(version.timestamp());
                transcript.line("  " + key + "=" + version);
                version = versions.get(key, version.timestamp() - 1);
            }
            if (asking) {
                Questions.askVersions(store, key, known, transcript);
            }
        }
    }

    /**
     * Where the retention is known, windows are asked for by time and not all at once: the cache of the reference's
     * time-ordered stores goes from 1970 to the end of time in small steps.
     */
    private static void write(WindowStore<?, ?> store, long earliestMs, boolean known, Transcript transcript) {
        long from = known ? Script.START_MS - Program.LONG.toMillis() : 0;
        long to = known ? Script.START_MS + Program.LONG.toMillis() : Long.MAX_VALUE;
        writeFrom(earliestMs, known ? store.fetchAll(from, to) : store.all(), transcript);
        writeFrom(earliestMs, known ? store.backwardFetchAll(from, to) : store.backwardAll(), transcript);
    }

    private static void writeFrom(
            long earliestMs, KeyValueIterator<? extends Windowed<?>, ?> windows, Transcript transcript) {
        try (windows) {
            while (windows.hasNext()) {
                KeyValue<? extends Windowed<?>, ?> entry = windows.next();
                if (entry.key.window().start() > earliestMs) {
                    transcript.line("  " + entry.key + "=" + entry.value);
                }
            }
        }
    }

    private static long latestEnd(SessionStore<?, ?> store) {
        long latest = 0;
        try (var sessions = store.fetch(null, null)) {
            while (sessions.hasNext()) {
                latest = Math.max(latest, sessions.next().key.window().end());
            }
        }
        return latest;
    }

    /** @return the last key, null if there is none */
    private static Object writeEndingFrom(
            long earliestEnd, KeyValueIterator<? extends Windowed<?>, ?> sessions, Transcript transcript) {
        Object key = null;
        try (sessions) {
            while (sessions.hasNext()) {
                KeyValue<? extends Windowed<?>, ?> entry = sessions.next();
                if (entry.key.window().end() > earliestEnd) {
                    transcript.line("  " + entry.key + "=" + entry.value);
                    key = entry.key.key();
                }
            }
        }
        return key;
    }

    /** The store of what waits for a match in a join cannot be read backwards; returns whether this one can. */
    private static boolean writeBackwards(KeyValueStore<?, ?> store, Transcript transcript) {
        try {
            write(store.reverseAll(), transcript);
            return true;
        } catch (UnsupportedOperationException refused) {
            transcript.line("  cannot be read backwards");
            return false;
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
