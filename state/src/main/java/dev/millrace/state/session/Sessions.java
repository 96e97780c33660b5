package dev.millrace.state.session;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.ClosedWindowTaker;
import dev.millrace.state.FoundSessions;
import dev.millrace.state.SessionState;
import dev.millrace.state.Slot;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.EntrySlot;
import dev.millrace.state.kind.OverlayStore;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.StoreSpec.WindowSpec;
import dev.millrace.state.kind.ValueCodec;
import dev.millrace.state.overlay.Entry;
import dev.millrace.state.session.SortedSessions.Found;
import dev.millrace.streams.kstream.SessionWindow;
import dev.millrace.streams.kstream.Windowed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A session store: values by key and session, until the session's end is older than the latest end by the retention.
 *
 * <p><b>Sessions grow.</b> Nearly every record of a stream lengthens a session, which then has another key in the database: one
 * is deleted, another written. Two things make that cheap. The {@link SessionIndex} finds the sessions of a key without a
 * search. And a session that nobody has seen yet, neither the database nor downstream, simply takes on its new bounds, as if it
 * had begun with them; so between two emissions a session is one entry, however often it grew, and one that came and went is
 * none.
 *
 * <p>Writes to sessions that are gone are ignored. The layout is drawn in {@link SessionLayout}.
 */
public final class Sessions extends OverlayStore implements SessionState {
    /** The event time of a session: its end says enough. */
    public static final long NO_TIMESTAMP = -1;

    private final SessionSpan span;
    private final SessionLayout layout;
    private final SessionIndex index;
    private final EntrySlot slot = new EntrySlot(this);
    private final SessionMatches matches;

    /** Deleted since the last commit without anybody being told. */
    private final Set<Entry> unheardOf = Collections.newSetFromMap(new IdentityHashMap<>());

    private @Nullable ClosingSessions closing;

    public Sessions(StoreSpec spec, StoreHost host) {
        super(spec, host);
        WindowSpec sessions = Objects.requireNonNull(spec.windows());
        this.layout = new SessionLayout(sessions.retentionMs());
        this.span = new SessionSpan(sessions, layout);
        this.index = new SessionIndex(memory());
        this.matches = new SessionMatches(values);
        overlay.residentFrom(firstResident());
    }

    /** The first bucket that is new to the database. */
    @Override
    protected byte @Nullable [] firstResident() {
        span.note(database);
        index.clear(layout.firstEndMs(span.nextBucket()));
        return SessionLayout.bucketStart(span.nextBucket());
    }

    @Override
    protected byte @Nullable [] retreat(byte @Nullable [] from) {
        if (from == null || span.empty()) {
            return null;
        }
        long bucket = Math.max(SessionLayout.bucket(from), span.firstBucket()) + 1;
        index.forgetBefore(layout.firstEndMs(bucket));
        return SessionLayout.bucketStart(bucket);
    }

    // ---- the sessions of one key ----

    /**
     * A record that is just not too late joins sessions that end up to a gap earlier. One that is too late itself may join a
     * session that is there, and with it the one before: that one ended at most two gaps before the other began.
     */
    @Override
    public void joinsWithin(long gapMs) {
        if (caching()) {
            span.keepLonger(2 * gapMs);
            index.reachBack(2 * gapMs);
        }
    }

    @Override
    public FoundSessions find(Object key, long earliestEndMs, long latestStartMs) {
        byte[] bytes = keys.encode(key);
        long endFromMs = Math.max(earliestEndMs, span.earliestEndMs());
        KeySessions sessions = completed(bytes, endFromMs);
        matches.pointAt(bytes, sessions, index.reachesBack() ? earliestEndMs : endFromMs, latestStartMs);
        return matches;
    }

    @Override
    public void expect(int count, IntFunction<byte @Nullable []> keysToCome) {
        for (int i = 0; i < count; i++) {
            byte[] key = keysToCome.apply(i);
            if (key != null) {
                index.touch(key);
            }
        }
    }

    @Override
    public Slot slot(Object key, long startMs, long endMs) {
        byte[] place = layout.of(keys.encode(key), startMs, endMs);
        return slot.pointAt(endMs < span.earliestEndMs() ? null : overlay.find(place, place.length));
    }

    /** The sessions of a key, complete from an end on; null if there are none that end then or later. */
    private @Nullable KeySessions completed(byte[] key, long endFromMs) {
        while (true) {
            KeySessions known = index.get(key);
            long completeFromMs = completeFromMs(known);
            if (endFromMs >= completeFromMs) {
                if (known != null) {
                    index.drop(known, span.earliestEndMs());
                }
                return known;
            }
            List<Entry> missing = read(
                    SessionRange.ofKey(key, endFromMs, Long.MAX_VALUE, false).endingBefore(completeFromMs));
            if (completeFromMs(index.get(key)) == completeFromMs) {
                KeySessions sessions = index.obtain(key);
                missing.forEach(sessions::add);
                sessions.completeFromMs = endFromMs;
                return sessions;
            }
        }
    }

    private long completeFromMs(@Nullable KeySessions known) {
        return known == null ? index.completeFromMs() : known.completeFromMs;
    }

    /** This may make the overlay retreat, and the index forget. */
    private List<Entry> read(SessionRange range) {
        List<Entry> entries = new ArrayList<>();
        for (Found found : SortedSessions.rest(walk(range))) {
            entries.add(overlay.find(found.place(), found.place().length));
        }
        return entries;
    }

    // ---- writing ----

    @Override
    public void deleteFound(int number, long timestamp) {
        Entry found = matches.entry(number);
        if (found != null) {
            matches.removed(number);
            delete(matches.key(), found, timestamp);
        }
    }

    @Override
    public void replaceFound(Object key, long startMs, long endMs, @Nullable Object value, long timestamp) {
        Object held = holdAt(key, value);
        byte[] bytes = matches.key();
        span.advanceTo(endMs);
        boolean gone = endMs < span.earliestEndMs();
        Entry heir = gone || held == null ? null : matches.heir(startMs, endMs);
        for (int i = 0; i < matches.count(); i++) {
            if (matches.entry(i) != heir) {
                deleteFound(i, timestamp);
            }
        }
        if (gone) {
            writeGone(bytes, startMs, endMs, held, timestamp);
            return;
        }
        span.note(endMs);
        byte[] place = layout.of(bytes, startMs, endMs);
        if (heir == null || !takesOn(heir, bytes, place)) {
            if (heir != null) {
                delete(bytes, heir, timestamp);
            }
            heir = overlay.findToOverwrite(place, place.length);
        }
        position.written();
        writeNoted(heir, held, timestamp);
        if (held != null) {
            index.obtain(bytes).add(heir);
        }
    }

    /** What has expired in this very millisecond nobody finds any more, but the changelog gets it: as in the reference. */
    private void writeGone(byte[] key, long startMs, long endMs, @Nullable Object held, long timestamp) {
        if (span.isOnTheEdge(endMs)) {
            span.note(endMs);
            byte[] place = layout.of(key, startMs, endMs);
            change(overlay.findToOverwrite(place, place.length), held, timestamp);
        }
    }

    private void writeNoted(Entry entry, @Nullable Object held, long timestamp) {
        if (closing != null && entry.held() == null && held != null) {
            closing.add(entry);
        }
        change(entry, held, timestamp);
    }

    /** Whether the entry of a session is now that of another. */
    private boolean takesOn(Entry entry, byte[] key, byte[] place) {
        if (Arrays.equals(entry.key(), place)) {
            return !entry.isForgotten();
        }
        if (!entry.isUnseen(emitsLater()) || overlay.contains(place)) {
            return false;
        }
        index.obtain(key).remove(entry.key());
        overlay.move(entry, place);
        return true;
    }

    private void delete(byte[] key, Entry known, long timestamp) {
        index.obtain(key).remove(known.key());
        Entry entry = known.isForgotten() ? overlay.find(known.key(), known.key().length) : known;
        write(entry, null, timestamp);
        discardIfTraceless(entry);
    }

    private void discardIfTraceless(Entry entry) {
        if (entry.isTraceless()) {
            overlay.discard(entry);
        }
    }

    @Override
    protected void emitted(Entry entry) {
        discardIfTraceless(entry);
    }

    /** Sets the value of a session, whatever the others of its key are; null deletes. */
    public void put(Object key, long startMs, long endMs, @Nullable Object value, long timestamp) {
        if (set(key, startMs, endMs, value, timestamp)) {
            position.written();
        }
    }

    /** Deletes a session. This does not move the position of a store that does not cache: as in the reference. */
    public void remove(Object key, long startMs, long endMs, long timestamp) {
        if (set(key, startMs, endMs, null, timestamp) && caching()) {
            position.written();
        }
    }

    /** Whether the session is not gone. */
    private boolean set(Object key, long startMs, long endMs, @Nullable Object value, long timestamp) {
        Headers own = headersOf(value);
        byte[] bytes = keys.encode(key, own);
        Object held = hold(value, own);
        span.advanceTo(endMs);
        if (endMs < span.earliestEndMs()) {
            return false;
        }
        span.note(endMs);
        byte[] place = layout.of(bytes, startMs, endMs);
        Entry entry = overlay.find(place, place.length);
        writeNoted(entry, held, timestamp);
        if (held != null) {
            index.obtain(bytes).add(entry);
        } else {
            index.obtain(bytes).remove(place);
        }
        return true;
    }

    // ---- time ----

    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        super.stage(batch, changelog, sink);
        span.dropExpired(batch, database);
    }

    @Override
    public void logged() {
        super.logged();
        unheardOf.clear();
        forgetIfFull();
    }

    @Override
    public void committed() {
        super.committed();
        unheardOf.clear();
        if (span.hasExpiredBuckets()) {
            span.droppedExpired();
            index.dropBefore(span.earliestEndMs());
            overlay.forgetBefore(SessionLayout.bucketStart(span.firstBucket()));
        }
        forgetIfFull();
    }

    private void forgetIfFull() {
        if (memory().full()) {
            index.forgetBefore(layout.firstEndMs(span.nextBucket()));
        }
    }

    @Override
    public void close() {
        index.clear(0);
        super.close();
    }

    // ---- many sessions ----

    /**
     * The sessions of a range that are still there. Those of one key come by end; of several keys, in a persistent store, by
     * bucket, then key, then end; in memory by end, then key.
     */
    public SessionCursor scan(SessionRange range) {
        SessionRange live = range.endingNotBefore(span.earliestEndMs());
        byte[] key = live.onlyKey();
        if (key != null) {
            return new SortedSessions(bucket -> ofKey(key, live), live, byEnd(), 0, 0);
        }
        return persistent() ? walk(live) : span.sorted(overlay::scan, live, SortedSessions.BY_END_KEY_START);
    }

    /** As {@link #scan}, for one key, of what was committed last. */
    public SessionCursor scanCommitted(SessionRange range) {
        SessionRange live = range.endingNotBefore(span.earliestRetainedEndMs());
        SessionRange whole = live.fromTheBeginning();
        return new SortedSessions(
                bucket -> SortedSessions.rest(span.walk(super::scanCommitted, whole)), live, byEnd(), 0, 0);
    }

    /** By end; those with the same end by start, in memory by key, then the later ones first. */
    private Comparator<Found> byEnd() {
        return persistent() ? SortedSessions.BY_END_START_KEY : SortedSessions.BY_END_KEY_START;
    }

    /** The sessions of all keys that end in a span of time and are still there, by end. */
    public SessionCursor scanByEnd(long fromMs, long toMs) {
        SessionRange live = SessionRange.endingBetween(fromMs, toMs).endingNotBefore(span.earliestEndMs());
        return span.sorted(overlay::scan, live, byEnd());
    }

    private List<Found> ofKey(byte[] key, SessionRange range) {
        List<Found> found = new ArrayList<>();
        KeySessions sessions = range.empty() ? null : completed(key, range.endFromMs);
        for (int i = 0; sessions != null && i < sessions.count(); i++) {
            Entry entry = sessions.at(i);
            if (range.contains(entry.key())) {
                found.add(new Found(entry.key(), Objects.requireNonNull(entry.held())));
            }
        }
        return found;
    }

    private SessionWalk walk(SessionRange range) {
        return span.walk(overlay::scan, range);
    }

    // ---- closing sessions ----

    @Override
    public void watchClosing(long fromEndMs) {
        ClosingSessions watched = new ClosingSessions(memory());
        for (Found found : SortedSessions.rest(walk(SessionRange.endingBetween(fromEndMs, Long.MAX_VALUE)))) {
            watched.add(overlay.find(found.place(), found.place().length));
        }
        closing = watched;
    }

    /** In a persistent store a session can be taken until its bucket is dropped, as in the reference. */
    @Override
    public void takeClosed(long upToEndMs, ClosedWindowTaker taker) {
        List<Entry> ended =
                Objects.requireNonNull(closing, "watchClosing comes first").take(upToEndMs);
        if (!ended.isEmpty()) {
            take(ended, taker);
        }
    }

    private void take(List<Entry> ended, ClosedWindowTaker taker) {
        List<Found> sessions = new ArrayList<>();
        for (Entry entry : ended) {
            byte[] place = entry.key();
            Object held = (entry.isForgotten() ? overlay.find(place, place.length) : entry).held();
            if (held != null && isTakable(place)) {
                sessions.add(new Found(place, held));
            }
        }
        sessions.sort(byEnd());
        byte[] last = {};
        for (Found session : sessions) {
            if (!Arrays.equals(session.place(), last)) {
                last = session.place();
                taker.take(windowed(last), values.read(session.held()), SessionLayout.endMs(last));
            }
        }
    }

    private boolean isTakable(byte[] place) {
        return persistent()
                ? SessionLayout.bucket(place) >= span.firstLiveBucket()
                : SessionLayout.endMs(place) >= span.earliestEndMs();
    }

    // ---- emission, changelog, restore ----

    /** Of a session that had expired when it was deleted, by what was emitted until then, nobody hears: as in the reference. */
    @Override
    protected boolean emissionDue(Entry entry) {
        boolean known = span.isRetained(entry.key());
        if (entry.held() != null) {
            span.emitted(entry.key());
        } else if (!known) {
            unheardOf.add(entry);
        }
        return known;
    }

    @Override
    protected boolean logs(Entry entry) {
        return super.logs(entry) && (entry.held() != null || !unheardOf.contains(entry));
    }

    @Override
    protected Object emissionKey(Entry entry) {
        return windowed(entry.key());
    }

    /** Where headers come with aggregates, those of the aggregate; a deletion has none. */
    @Override
    protected Headers emissionHeaders(Entry entry, Headers ofWriter) {
        if (!spec.headers().withValues()) {
            return ofWriter;
        }
        Object held = entry.held();
        return held == null ? new RecordHeaders() : new RecordHeaders(ValueCodec.headersIn(held));
    }

    private Windowed<Object> windowed(byte[] place) {
        return new Windowed<>(
                keys.decode(SessionLayout.key(place)),
                new SessionWindow(SessionLayout.startMs(place), SessionLayout.endMs(place)));
    }

    @Override
    protected byte[] changelogKey(Entry entry) {
        return SessionLayout.changelogKey(entry.key());
    }

    @Override
    protected void restore(byte[] key, byte @Nullable [] value, long timestampMs, Headers recordHeaders) {
        if (comesBack(key)) {
            restoreAt(layout.ofChangelogKey(key), value, timestampMs, recordHeaders);
        }
    }

    @Override
    protected boolean comesBack(byte[] changelogKey) {
        long endMs = ChangelogFormat.sessionEnd(changelogKey);
        span.restored(endMs);
        boolean alive = endMs >= span.earliestEndMs();
        if (alive) {
            span.note(endMs);
        }
        return alive;
    }
}
