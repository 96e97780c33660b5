package dev.millrace.state;

import java.util.function.IntFunction;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** The records of one side of a join of two streams, as its operators see them: by key and event time. */
public interface JoinSideState {

    /** Keeps a record beside those of the same key and time. Of one without a value only the changelog learns. */
    void add(Object key, @Nullable Object value, long timestamp, Headers headers);

    /** Says that the record added last waits for a match: {@link JoinMatches#stopsWaiting} will tell. */
    void lastWaits();

    /**
     * The records of a key with event times from {@code fromMs} to {@code toMs}, both included, by time; those of one time as
     * they were added.
     */
    JoinMatches find(Object key, long fromMs, long toMs);

    /** Says how far back from the latest record look-ups usually go, so that younger records are kept near. */
    void lookBack(long spanMs);

    /** Records of these keys will be added next. See {@link KeyValueState#expect}. */
    default void expectAdditions(int count, IntFunction<byte @Nullable []> keys) {}

    /** The records of these keys will be looked for next. See {@link KeyValueState#expect}. */
    default void expectLookUps(int count, IntFunction<byte @Nullable []> keys) {}
}
