package dev.millrace.engine.operator.join;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.JoinMatches;
import dev.millrace.state.JoinSideState;
import dev.millrace.state.UnmatchedState;
import dev.millrace.streams.kstream.ValueJoinerWithKey;
import dev.millrace.topology.definition.JoinOperator.StreamJoin;
import dev.millrace.topology.definition.StreamJoinBounds;
import dev.millrace.topology.definition.StreamJoinSide;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Joins each record of one side with those of the other that are near enough in time. A result has the later of the two
 * times, and the headers of the record that made it.
 *
 * <p><b>Records without a match.</b> In a left or outer join such a record is a result too, with null for the other side. But
 * a match may still come, as long as its window is open: so it waits, in a store that both sides share, until it is matched
 * or the join's time, the highest event time of either side, has passed its window and the grace period. Records that come
 * when their window is over do not wait, and nor do those without a key. Joins with the deprecated {@code JoinWindows.of} have
 * no such store and say at once that there is no match, also where one comes later.
 *
 * <p><b>When windows are looked at.</b> With each record that is not late, if the {@link UnmatchedState#markMs mark} says that it
 * may pay. Which record's bounds count for the mark, and where the mark is, is the reference's way: it decides in which order
 * results come.
 */
public final class StreamJoinOperator extends Operator {
    private final StreamJoinSide side;
    private final StreamJoinBounds bounds;
    private final ValueJoinerWithKey<Object, Object, Object, Object> joiner;
    private @Nullable JoinSideState own;
    private @Nullable JoinSideState other;
    private @Nullable UnmatchedState unmatched;

    public StreamJoinOperator(String name, OperatorContext context, StreamJoin definition) {
        super(name, context);
        this.side = definition.side();
        this.bounds = side.bounds();
        this.joiner = definition.joiner();
    }

    @Override
    public void open() {
        JoinSideState matches = context().joinSide(side.otherStoreName());
        matches.lookBack(Math.max(0, bounds.beforeMs()));
        other = matches;
        own = context().joinSide(side.storeName());
        String waiting = side.unmatchedStoreName();
        unmatched = waiting == null ? null : context().unmatched(waiting);
    }

    @Override
    public void expect(SourceBatch batch) {
        Objects.requireNonNull(other).expectLookUps(batch.size(), batch::key);
        downstream().expect(batch);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        UnmatchedState waiting = unmatched;
        long timeMs = waiting == null ? timestamp : waiting.observe(timestamp);
        if (value == null || (key == null && !side.keepsUnmatched())) {
            context().dropped(this, value == null ? "it has no value" : "it has no key");
        } else if (key == null) {
            downstream().accept(null, joined(null, value, null), timestamp, headers);
        } else {
            if (waiting != null && timestamp == timeMs) {
                release(waiting, timeMs, headers);
            }
            if (!match(key, value, timestamp, headers) && side.keepsUnmatched()) {
                settle(key, value, timestamp, timeMs, headers);
            }
        }
    }

    /** Sends on all matches; false if there is none. */
    private boolean match(Object key, Object value, long timestamp, Headers headers) {
        UnmatchedState waiting = unmatched;
        long fromMs = Math.max(0, timestamp - bounds.beforeMs());
        long toMs = Math.max(0, timestamp + bounds.afterMs());
        JoinMatches matches = Objects.requireNonNull(other).find(key, fromMs, toMs);
        boolean any = false;
        while (matches.next()) {
            any = true;
            long matchMs = matches.timestamp();
            if (waiting != null && matches.stopsWaiting()) {
                waiting.remove(!side.left(), key, matchMs);
            }
            Object result = joined(key, value, matches.value());
            downstream().accept(key, result, Math.max(timestamp, matchMs), headers);
        }
        return any;
    }

    /** A record without a match: it waits, or is a result. */
    private void settle(Object key, Object value, long timestamp, long timeMs, Headers headers) {
        if (unmatched == null || timestamp + bounds.afterMs() < timeMs) {
            downstream().accept(key, joined(key, value, null), timestamp, headers);
        } else {
            unmatched.add(side.left(), key, value, timestamp);
            Objects.requireNonNull(own).lastWaits();
        }
    }

    private @Nullable Object joined(@Nullable Object key, Object value, @Nullable Object otherValue) {
        return side.left() ? joiner.apply(key, value, otherValue) : joiner.apply(key, otherValue, value);
    }

    // ---- windows that close ----

    private void release(UnmatchedState waiting, long timeMs, Headers headers) {
        long ownBeforeMs = timeMs - bounds.afterMs() - side.graceMs();
        if (waiting.markMs() >= ownBeforeMs) {
            return;
        }
        long otherBeforeMs = timeMs - bounds.beforeMs() - side.graceMs();
        long leftBeforeMs = side.left() ? ownBeforeMs : otherBeforeMs;
        long rightBeforeMs = side.left() ? otherBeforeMs : ownBeforeMs;
        waiting.release(leftBeforeMs, rightBeforeMs, (left, key, value, timestamp) -> {
            Object result = left ? joiner.apply(key, value, null) : joiner.apply(key, null, value);
            downstream().accept(key, result, timestamp, headers);
        });
    }
}
