package dev.millrace.engine.operator.session;

import dev.millrace.engine.operator.Operator;
import dev.millrace.engine.operator.OperatorContext;
import dev.millrace.engine.operator.window.WindowTime;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.state.FoundSessions;
import dev.millrace.state.SessionState;
import dev.millrace.streams.kstream.SessionWindow;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.topology.definition.TableStep;
import dev.millrace.topology.definition.WindowedOperator.SessionAggregate;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Combines each record with the aggregates of all sessions of its key that it joins.
 *
 * <pre>
 *            gap              gap
 *         |-------- record --------|
 *   [session]                   [session]          become
 *   [---------------------------------- ]          one session from the first start to the last end
 * </pre>
 *
 * The new session takes the place of those it is made of: they are deleted downstream too, unless there is only one, which
 * begins and ends with the very time of the record. An update has the session's end as its event time, and no headers unless the
 * store caches: so does the reference.
 *
 * <p><b>Closed sessions.</b> A record is left out if the session that it would make has ended by more than the gap and the grace
 * period before the {@link WindowTime}.
 *
 * <p><b>When results are sent on.</b> With every update, as far as the store lets them through; or each session once, by the
 * record that closes it, and with its headers.
 *
 * <p>A record without a value counts, unlike in aggregations without windows: so does the reference.
 */
public final class SessionAggregateOperator extends Operator {
    private final SessionAggregate definition;
    private final TableStep step;
    private final long gapMs;
    private final WindowTime time;
    private @Nullable SessionState store;
    private boolean emitsLater;

    public SessionAggregateOperator(String name, OperatorContext context, SessionAggregate definition) {
        super(name, context);
        this.definition = definition;
        this.step = definition.step();
        this.gapMs = definition.windows().inactivityGap();
        // A session is open for as long as a record may still join it: the gap more.
        this.time = new WindowTime(definition.windows().gracePeriodMs() + gapMs);
    }

    @Override
    public void open() {
        String storeName = Objects.requireNonNull(step.storeName(), "a session aggregation needs a store");
        SessionState kept = context().sessions(storeName);
        kept.joinsWithin(gapMs);
        emitsLater = kept.caching() || definition.emitsOnClose();
        if (definition.emitsOnClose()) {
            time.sendsClosed(kept, context().mark(storeName), 1);
        } else if (emitsLater) {
            kept.onEmission(
                    (key, newValue, oldValue, timestamp, headers) -> downstream()
                            .update(
                                    key,
                                    newValue,
                                    oldValue,
                                    ((Windowed<?>) key).window().end(),
                                    headers),
                    step.sendsOldValues());
        }
        store = kept;
    }

    @Override
    public void expect(SourceBatch batch) {
        Objects.requireNonNull(store).expect(batch.size(), batch::key);
    }

    @Override
    protected void onRecord(@Nullable Object key, @Nullable Object value, long timestamp, Headers headers) {
        if (key == null) {
            context().dropped(this, "it has no key");
            return;
        }
        time.advance(timestamp);
        takeIn(key, value, timestamp);
        time.close(downstream(), headers);
    }

    private void takeIn(Object key, @Nullable Object value, long timestamp) {
        SessionState kept = Objects.requireNonNull(store);
        FoundSessions joined = kept.find(key, timestamp - gapMs, timestamp + gapMs);
        long startMs = timestamp;
        long endMs = timestamp;
        for (int i = 0; i < joined.count(); i++) {
            startMs = Math.min(startMs, joined.startMs(i));
            endMs = Math.max(endMs, joined.endMs(i));
        }
        if (endMs < time.closedMs()) {
            context().dropped(this, "its session is closed");
            return;
        }
        Object after = definition.aggregator().apply(key, value, merged(key, joined));
        if (!emitsLater && (startMs != timestamp || endMs != timestamp)) {
            deleteOneByOne(key, joined, timestamp);
        }
        kept.replaceFound(key, startMs, endMs, after, timestamp);
        if (!emitsLater) {
            send(key, startMs, endMs, after, null);
        }
    }

    private @Nullable Object merged(Object key, FoundSessions joined) {
        Object aggregate = definition.initializer().apply();
        for (int i = 0; i < joined.count(); i++) {
            aggregate = definition.merger().apply(key, aggregate, joined.value(i));
        }
        return aggregate;
    }

    /** Who is told of a deletion and looks at the table finds the sessions that are still to be deleted, and not the new one. */
    private void deleteOneByOne(Object key, FoundSessions joined, long timestamp) {
        for (int i = 0; i < joined.count(); i++) {
            Objects.requireNonNull(store).deleteFound(i, timestamp);
            send(key, joined.startMs(i), joined.endMs(i), null, joined.value(i));
        }
    }

    private void send(Object key, long startMs, long endMs, @Nullable Object newValue, @Nullable Object oldValue) {
        Windowed<Object> session = new Windowed<>(key, new SessionWindow(startMs, endMs));
        Object replaced = step.sendsOldValues() ? oldValue : null;
        downstream().update(session, newValue, replaced, endMs, new RecordHeaders());
    }
}
