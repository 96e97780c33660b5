package dev.millrace.state.versioned;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.EmissionListener;
import dev.millrace.state.RowCursor;
import dev.millrace.state.Slot;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.database.ByteCursor;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.KeyCodec;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StorePosition;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.ValueCodec;
import dev.millrace.state.overlay.Entry;
import dev.millrace.state.overlay.Overlay;
import dev.millrace.state.versioned.VersionHistory.Version;
import java.util.function.IntFunction;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A versioned key-value store: the latest version of each key for ever, and earlier ones until they ended longer ago than the
 * history is kept, counted from the highest timestamp seen.
 *
 * <p><b>Latest and past.</b> The latest version of a key is a row, and an entry of an overlay, of its own: who reads or writes
 * in order finds it with one look-up. When it is superseded it goes to the row of what ended in that span of time
 * ({@link VersionHistory}). A key without a latest version is one that was deleted, or never there.
 *
 * <p><b>A version of the past</b> is found by walking from the bucket of the time asked for to the newest: the first version
 * to end after that time is the one that held then, or there was none. There are three buckets or four.
 *
 * <p><b>The changelog</b> gets every version, in the order in which they were written, because each is a record of its own and
 * replay depends on the order. So do versions that came too late to be kept: so it is in the reference.
 */
public final class VersionedValues implements VersionedContent {
    private static final long NO_BUCKET = Long.MIN_VALUE;

    private final StoreSpec spec;
    private final long retentionMs;
    private final OrderedBytes database;
    private final KeyCodec keys;
    private final ValueCodec values;
    private final VersionLayout layout;
    private final Overlay latest;
    private final Overlay past;
    private final VersionSlot slot;
    private final VersionLog log;
    private final StorePosition position;

    private long observedMs;
    private long committedObservedMs;
    private long firstBucket = Long.MAX_VALUE;
    private long lastBucket = NO_BUCKET;

    public VersionedValues(StoreSpec spec, long retentionMs, StoreHost host) {
        this.spec = spec;
        this.retentionMs = retentionMs;
        this.database = host.database(spec.name(), spec.persistent());
        this.keys = KeyCodec.of(spec, host);
        this.values = ValueCodec.of(spec, true, host);
        this.layout = new VersionLayout(retentionMs);
        this.latest = new Overlay(database, values, host.memory(), from -> null);
        this.past = new Overlay(database, new VersionHistory.Format(values), host.memory(), this::retreat);
        this.slot = new VersionSlot(values);
        this.log = new VersionLog(values::payload);
        this.position = new StorePosition(host.origin());
        readExtent();
    }

    /** Learns what the database has: where the past begins and ends, whether there is any key, how far time has come. */
    private void readExtent() {
        noteBucketOfFirst(false);
        noteBucketOfFirst(true);
        past.residentFrom(VersionLayout.bucketStart(lastBucket == NO_BUCKET ? 0 : lastBucket + 1));
        latest.residentFrom(hasAny(VersionLayout.LATEST_START, VersionLayout.TIME) ? null : VersionLayout.LATEST_START);
        byte[] time = database.get(VersionLayout.TIME);
        observedMs = time == null ? -1 : ChangelogFormat.longAt(time, 0);
        committedObservedMs = observedMs;
    }

    private void noteBucketOfFirst(boolean descending) {
        try (ByteCursor cursor = database.scan(VersionLayout.HISTORY_START, VersionLayout.LATEST_START, descending)) {
            if (cursor.next()) {
                noteBucket(VersionLayout.bucketAt(cursor.key()));
            }
        }
    }

    private boolean hasAny(byte[] from, byte[] to) {
        try (ByteCursor cursor = database.scan(from, to, false)) {
            return cursor.next();
        }
    }

    private void noteBucket(long bucket) {
        firstBucket = Math.min(firstBucket, bucket);
        lastBucket = Math.max(lastBucket, bucket);
    }

    private byte @Nullable [] retreat(byte @Nullable [] from) {
        if (from == null || firstBucket > lastBucket) {
            return null;
        }
        return VersionLayout.bucketStart(Math.max(VersionLayout.bucketAt(from), firstBucket) + 1);
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public boolean persistent() {
        return spec.persistent();
    }

    @Override
    public StorePosition position() {
        return position;
    }

    // ---- reading ----

    @Override
    public VersionSlot slot(Object key) {
        Entry entry = latest(keys.encode(key));
        return slot.pointAt(entry.held(), entry.timestamp(), VersionSlot.STILL_HOLDS);
    }

    @Override
    public VersionSlot slotAsOf(Object key, long asOfMs) {
        byte[] bytes = keys.encode(key);
        Entry entry = latest(bytes);
        if (entry.held() != null && entry.timestamp() <= asOfMs) {
            return slot.pointAt(entry.held(), entry.timestamp(), VersionSlot.STILL_HOLDS);
        }
        Version found = asOfMs < observedMs - retentionMs ? null : firstEndingAfter(bytes, asOfMs);
        return found != null && found.holdsAt(asOfMs)
                ? slot.pointAt(found.held(), found.fromMs(), found.toMs())
                : slot.pointAtNothing();
    }

    /** What is told of the versions of a key, one after the other. */
    public interface Taker {

        /** This value held in this time; {@code toMs} is {@link VersionSlot#STILL_HOLDS} if it still does. */
        void take(Object value, long fromMs, long toMs);
    }

    /** Tells of the versions of a key that held at some time of a span, both ends included; the first one first. */
    public void versions(Object key, long fromMs, long toMs, Taker taker) {
        byte[] bytes = keys.encode(key);
        long earliestMs = Math.max(fromMs, observedMs - retentionMs);
        Version version = firstEndingAfter(bytes, earliestMs);
        while (version != null && version.fromMs() <= toMs && earliestMs <= toMs) {
            if (version.held() != null) {
                taker.take(values.read(version.held()), version.fromMs(), version.toMs());
            }
            version = firstEndingAfter(bytes, version.toMs());
        }
        Entry entry = latest(bytes);
        if (entry.held() != null && entry.timestamp() <= toMs) {
            taker.take(values.read(entry.held()), entry.timestamp(), VersionSlot.STILL_HOLDS);
        }
    }

    @Override
    public void expect(int count, IntFunction<byte @Nullable []> keysToCome) {
        for (int i = 0; i < count; i++) {
            byte[] key = keysToCome.apply(i);
            if (key != null) {
                int length = layout.putLatest(key);
                latest.touch(layout.scratch(), length);
            }
        }
    }

    @Override
    public RowCursor scanPrefix(byte[] prefix) {
        throw new UnsupportedOperationException("Store " + name() + " is versioned and has no ranges");
    }

    private Entry latest(byte[] key) {
        int length = layout.putLatest(key);
        return latest.find(layout.scratch(), length);
    }

    private Entry past(byte[] key, long bucket) {
        int length = layout.putHistory(key, bucket);
        return past.find(layout.scratch(), length);
    }

    /** The first version of the past that ended after a time, null if there is none. */
    private @Nullable Version firstEndingAfter(byte[] key, long timeMs) {
        for (long bucket = Math.max(firstBucket, layout.bucketOf(timeMs)); bucket <= lastBucket; bucket++) {
            VersionHistory row = (VersionHistory) past(key, bucket).held();
            Version found = row == null ? null : row.firstEndingAfter(timeMs);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    // ---- writing ----

    @Override
    public void write(Slot place, Object key, @Nullable Object value, long timestamp) {
        putVersion(key, value, timestamp);
    }

    @Override
    public long putVersion(Object key, @Nullable Object value, long timestamp) {
        position.written();
        return logAndPut(key, value == null ? null : values.hold(value), timestamp);
    }

    /** What is too old to be deleted does not move the position: as in the reference. */
    @Override
    public VersionSlot deleteVersion(Object key, long timestamp) {
        VersionSlot present = slotAsOf(key, timestamp);
        if (logAndPut(key, null, timestamp) == TOO_OLD) {
            return slot.pointAtNothing();
        }
        position.written();
        return present;
    }

    private long logAndPut(Object key, @Nullable Object held, long timestamp) {
        byte[] bytes = keys.encode(key);
        log.add(bytes, held, timestamp);
        return put(bytes, held, timestamp);
    }

    private long put(byte[] key, @Nullable Object held, long timestamp) {
        observedMs = Math.max(observedMs, timestamp);
        if (timestamp < observedMs - retentionMs) {
            return TOO_OLD;
        }
        Entry entry = latest(key);
        if (entry.held() == null) {
            Version next = firstEndingAfter(key, timestamp);
            if (next != null) {
                return insert(key, held, timestamp, next);
            }
            begin(key, entry, held, timestamp);
            return LATEST;
        }
        if (timestamp >= entry.timestamp()) {
            supersede(key, entry, held, timestamp);
            return LATEST;
        }
        Version next = firstEndingAfter(key, timestamp);
        return next == null ? insertInGap(key, held, timestamp, entry.timestamp()) : insert(key, held, timestamp, next);
    }

    /** Writes the latest version of a key that has none. */
    private void begin(byte[] key, Entry entry, @Nullable Object held, long timestamp) {
        if (held == null) {
            add(key, new Version(timestamp, timestamp, null));
        } else {
            latest.write(entry, held, timestamp);
        }
    }

    /**
     * The latest version ends; this one takes its place, also if it is of the same time. A version that was deleted at its own
     * time leaves nothing behind, as in the reference: it is as if it had never been.
     */
    private void supersede(byte[] key, Entry entry, @Nullable Object held, long timestamp) {
        long fromMs = entry.timestamp();
        if (fromMs < timestamp) {
            add(key, new Version(fromMs, timestamp, entry.held()));
        }
        latest.write(entry, held, timestamp);
    }

    /** Writes a version of the past, of which {@code next} is the first to end after it. */
    private long insert(byte[] key, @Nullable Object held, long timestamp, Version next) {
        if (!next.covers(timestamp)) {
            return insertInGap(key, held, timestamp, next.fromMs());
        }
        remove(key, next);
        if (next.fromMs() < timestamp) {
            add(key, new Version(next.fromMs(), timestamp, next.held()));
        }
        return insertInGap(key, held, timestamp, next.toMs());
    }

    private long insertInGap(byte[] key, @Nullable Object held, long timestamp, long endMs) {
        add(key, new Version(timestamp, endMs, held));
        return endMs;
    }

    private void add(byte[] key, Version version) {
        long bucket = layout.bucketOf(version.toMs());
        noteBucket(bucket);
        Entry entry = past(key, bucket);
        VersionHistory row = entry.held() == null ? new VersionHistory() : (VersionHistory) entry.held();
        row.add(version, values);
        past.write(entry, row, -1);
    }

    private void remove(byte[] key, Version version) {
        Entry entry = past(key, layout.bucketOf(version.toMs()));
        VersionHistory row = (VersionHistory) entry.held();
        if (row != null) {
            row.remove(version, values);
            past.write(entry, row.isEmpty() ? null : row, -1);
        }
    }

    // ---- emission: versions are never held back ----

    @Override
    public boolean caching() {
        return false;
    }

    @Override
    public void onEmission(EmissionListener listener, boolean oldValues) {}

    // ---- commit ----

    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        if (changelog != null) {
            log.writeTo(changelog, sink);
        }
        stageRestored(batch);
    }

    /** Restoring a version is writing it: the rows that changed are kept in the same way. */
    @Override
    public void stageRestored(StateTransaction batch) {
        for (int i : latest.unwritten().numbersByKey()) {
            Entry entry = latest.unwritten().at(i);
            Object held = entry.held();
            keep(batch, entry.key(), held == null ? null : values.stored(values.payload(held), entry.timestamp()));
        }
        for (int i : past.unwritten().numbersByKey()) {
            VersionHistory row = (VersionHistory) past.unwritten().at(i).held();
            keep(batch, past.unwritten().at(i).key(), row == null ? null : row.write(values));
        }
        if (observedMs != committedObservedMs) {
            byte[] time = new byte[Long.BYTES];
            ChangelogFormat.putLong(time, 0, observedMs);
            batch.put(database, VersionLayout.TIME, time);
        }
        if (hasExpiredBuckets()) {
            batch.deleteRange(
                    database, VersionLayout.bucketStart(firstBucket), VersionLayout.bucketStart(firstLiveBucket()));
        }
    }

    private void keep(StateTransaction batch, byte[] place, byte @Nullable [] stored) {
        if (stored == null) {
            batch.delete(database, place);
        } else {
            batch.put(database, place, stored);
        }
    }

    private long firstLiveBucket() {
        return layout.bucketOf(observedMs - retentionMs);
    }

    private boolean hasExpiredBuckets() {
        return firstBucket < firstLiveBucket();
    }

    @Override
    public void committed() {
        latest.written();
        past.written();
        log.clear();
        committedObservedMs = observedMs;
        if (hasExpiredBuckets()) {
            firstBucket = firstLiveBucket();
            past.forgetBefore(VersionLayout.bucketStart(firstBucket));
        }
    }

    // ---- restore ----

    @Override
    public void restore(
            StateTransaction batch, byte[] key, byte @Nullable [] value, long timestampMs, Headers headers) {
        put(key, value == null ? null : values.held(value), timestampMs);
    }

    @Override
    public void restored() {
        committed();
    }

    @Override
    public void close() {
        latest.close();
        past.close();
    }
}
