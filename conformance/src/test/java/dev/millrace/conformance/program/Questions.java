package dev.millrace.conformance.program;

import dev.millrace.conformance.script.Script;
import dev.millrace.conformance.script.Transcript;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.query.FailureReason;
import dev.millrace.streams.query.KeyQuery;
import dev.millrace.streams.query.MultiVersionedKeyQuery;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.Query;
import dev.millrace.streams.query.QueryConfig;
import dev.millrace.streams.query.QueryResult;
import dev.millrace.streams.query.RangeQuery;
import dev.millrace.streams.query.TimestampedKeyQuery;
import dev.millrace.streams.query.TimestampedRangeQuery;
import dev.millrace.streams.query.VersionedKeyQuery;
import dev.millrace.streams.query.WindowKeyQuery;
import dev.millrace.streams.query.WindowRangeQuery;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.VersionedRecordIterator;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.TreeSet;

/** Asks stores every question there is, and writes down how they answer and how far they say to have come. */
public final class Questions {
    /** The answer of a store that does not know the query. */
    static final String UNKNOWN = FailureReason.UNKNOWN_QUERY_TYPE.toString();

    /** Later than all windows. */
    static final Instant LATER = Instant.ofEpochMilli(Script.START_MS).plus(Program.LONG);

    private Questions() {}

    /** Asks a store about everything in it and about one key. */
    static void ask(StateStore store, Object key, Instant since, Transcript transcript) {
        about(key, since).forEach((name, query) -> transcript.line("  " + name + ": " + answer(store, query)));
    }

    /**
     * Asks a versioned store about a key.
     *
     * <p>Not for spans with an end: the reference leaves out what held then and ended much later. And what is older than what
     * can be had one by one is not compared: the reference shows it until it drops it.
     *
     * @param known since when each version held that can be had one by one
     */
    static void askVersions(StateStore store, String key, Set<Long> known, Transcript transcript) {
        transcript.line("  latest of " + key + ": " + answer(store, VersionedKeyQuery.withKey(key)));
        MultiVersionedKeyQuery<String, ?> all = MultiVersionedKeyQuery.withKey(key);
        transcript.line("  all of " + key + ": " + versions(store, all, known));
        for (long time : known) {
            Instant then = Instant.ofEpochMilli(time);
            transcript.line("  as of " + time + ": "
                    + answer(store, VersionedKeyQuery.withKey(key).asOf(then)));
            MultiVersionedKeyQuery<String, ?> since = all.fromTime(then).withAscendingTimestamps();
            transcript.line("  since " + time + ": " + versions(store, since, known));
        }
    }

    private static String versions(StateStore store, MultiVersionedKeyQuery<String, ?> query, Set<Long> known) {
        QueryResult<?> answer = store.query(query, PositionBound.unbounded(), new QueryConfig(false));
        StringJoiner all = new StringJoiner(", ", "[", "]");
        try (VersionedRecordIterator<?> versions = (VersionedRecordIterator<?>) answer.getResult()) {
            versions.forEachRemaining(version -> {
                if (known.contains(version.timestamp())) {
                    all.add(version.toString());
                }
            });
        }
        return all.toString();
    }

    /** The position that a store says to have, if it says. */
    static String position(StateStore store) {
        try {
            return text(store.getPosition());
        } catch (UnsupportedOperationException silent) {
            return "nowhere";
        }
    }

    /**
     * The answer of a store or why there is none, and how far it has come. Where a store of windows is that is asked for
     * sessions, or one of sessions that is asked for windows, only Millrace says.
     */
    static String answerAndPosition(StateStore store, Query<?> query, PositionBound bound) {
        QueryResult<?> answer = store.query(query, bound, new QueryConfig(false));
        boolean silent = answer.isFailure() && query instanceof WindowRangeQuery;
        return silent ? reason(answer) : textAndPosition(answer);
    }

    /** The result of an answer or why there is none, how far the store had come, and whether it said how it found out. */
    public static String textAndPosition(QueryResult<?> answer) {
        String said = answer.isSuccess() ? text(answer.getResult()) : reason(answer);
        return said + place(answer) + (answer.getExecutionInfo().isEmpty() ? "" : ", told");
    }

    /** Where a store is that has not come far enough, only Millrace says. */
    private static String place(QueryResult<?> answer) {
        if (answer.isFailure() && answer.getFailureReason() == FailureReason.NOT_UP_TO_BOUND) {
            return "";
        }
        return " at " + (answer.getPosition() == null ? "nowhere" : text(answer.getPosition()));
    }

    private static String answer(StateStore store, Query<?> query) {
        QueryResult<?> answer = store.query(query, PositionBound.unbounded(), new QueryConfig(false));
        return answer.isSuccess() ? text(answer.getResult()) : reason(answer);
    }

    private static String reason(QueryResult<?> answer) {
        return answer.getFailureReason().toString();
    }

    /** Queries of every type about a key, or all keys. */
    static Map<String, Query<?>> about(Object key, Instant since) {
        Map<String, Query<?>> queries = new LinkedHashMap<>();
        if (key != null) {
            queries.put("key", KeyQuery.withKey(key));
            queries.put("timestamped key", TimestampedKeyQuery.withKey(key));
            queries.put("from key", RangeQuery.withLowerBound(key).withDescendingKeys());
            queries.put("to key", TimestampedRangeQuery.withUpperBound(key));
            queries.put("sessions of key", WindowRangeQuery.withKey(key));
            queries.put("windows of key", WindowKeyQuery.withKeyAndWindowStartRange(key, since, LATER));
        }
        queries.put("range", RangeQuery.withNoBounds());
        queries.put("timestamped range", TimestampedRangeQuery.withNoBounds().withDescendingKeys());
        queries.put("windows", WindowRangeQuery.withWindowStartRange(since, LATER));
        return queries;
    }

    private static String text(Position position) {
        Map<String, Object> components = new TreeMap<>();
        for (String topic : new TreeSet<>(position.getTopics())) {
            components.put(topic, new TreeMap<>(position.getPartitionPositions(topic)));
        }
        return components.toString();
    }

    private static String text(Object result) {
        if (!(result instanceof KeyValueIterator<?, ?> entries)) {
            return String.valueOf(result);
        }
        try (entries) {
            StringJoiner all = new StringJoiner(", ", "[", "]");
            while (entries.hasNext()) {
                KeyValue<?, ?> entry = entries.next();
                all.add((entry.key instanceof Windowed<?> window ? window.toString() : entry.key) + "=" + entry.value);
            }
            return all.toString();
        }
    }
}
