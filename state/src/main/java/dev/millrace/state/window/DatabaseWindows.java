package dev.millrace.state.window;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.changelog.ChangelogFormat;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.SuppliedContent;
import dev.millrace.state.kind.ValueCodec;
import dev.millrace.state.overlay.RestoredRows;
import dev.millrace.state.window.walk.WindowCursor;
import dev.millrace.state.window.walk.WindowLayout;
import dev.millrace.state.window.walk.WindowRange;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A window store over a database: in memory is what was written since the last write to it, and what is likely to be asked for; the
 * rest lies there, as {@link WindowLayout} draws it. Expired windows go from it a bucket at a time.
 */
public final class DatabaseWindows extends Windows {
    private final OrderedBytes database;
    private final RestoredRows restoredRows = new RestoredRows();

    public DatabaseWindows(StoreSpec spec, StoreHost host) {
        this(spec, host, host.database(spec.name(), spec.persistent()));
    }

    private DatabaseWindows(StoreSpec spec, StoreHost host, OrderedBytes database) {
        super(spec, host, database, host.memory());
        this.database = database;
    }

    // ---- many windows ----

    @Override
    public WindowCursor scan(WindowRange range) {
        return span.scan(memory::scan, range, !keyOrdered());
    }

    /** What waits in the cache is left out. Where nobody hears of updates, that is what the database has. */
    @Override
    public WindowCursor scanCommitted(WindowRange range) {
        return span.scan(notesUpdates() ? memory::scanEmitted : memory::scanWritten, range, !keyOrdered());
    }

    // ---- commit ----

    /** Not if others see the database, nor if order counts. */
    @Override
    public boolean canWriteLater() {
        return !(database instanceof SuppliedContent) && caching() == notesUpdates();
    }

    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        if (database instanceof SuppliedContent supplied) {
            supplied.forget();
        }
        forEach(memory.unwritten(), KeyWindows.UNWRITTEN, (windows, number) -> {
            Object held = windows.held(number);
            byte[] payload = held == null ? null : values.payload(held);
            byte[] key = changelogKey(windows, number);
            if (changelog != null && windows.is(number, KeyWindows.DIRTY)) {
                log(changelog, sink, windows, number, key, payload);
            }
            stage(batch, windows.startMs(number), key, stored(payload, held, windows.timestamp(number)));
        });
        span.dropExpired(batch, database);
    }

    private byte @Nullable [] stored(byte @Nullable [] payload, @Nullable Object held, long timestamp) {
        return payload == null || held == null ? null : values.stored(payload, timestamp, ValueCodec.headersIn(held));
    }

    private void stage(StateTransaction batch, long startMs, byte[] key, byte @Nullable [] stored) {
        if (stored == null || database instanceof SuppliedContent) {
            SuppliedContent.keep(batch, database, span.layout().ofChangelogKey(key), stored);
        } else {
            batch.putUnordered(database, span.layout().bucketOf(startMs), key, stored);
        }
    }

    @Override
    public void committing() {
        if (database instanceof SuppliedContent supplied) {
            supplied.write();
        }
    }

    @Override
    public void logged() {
        memory.logged();
        forgetHeaders();
    }

    @Override
    public void committed() {
        memory.written();
        forgetHeaders();
        if (span.hasExpiredBuckets()) {
            span.droppedExpired();
            memory.expire(span.layout().firstMs(span.firstBucket()));
        }
    }

    // ---- restore ----

    @Override
    public void restore(
            StateTransaction batch, byte[] key, byte @Nullable [] value, long timestampMs, Headers recordHeaders) {
        if (comesBack(key)) {
            byte[] stored = value == null ? null : values.stored(value, timestampMs, recordHeaders);
            restoredRows.add(span.layout().ofChangelogKey(key), stored);
        }
    }

    /** Takes note that a changelog record is restored; false if it has expired meanwhile. */
    private boolean comesBack(byte[] key) {
        long startMs = ChangelogFormat.windowStart(key);
        span.advanceTo(startMs);
        boolean alive = startMs >= span.earliestStartMs();
        if (alive) {
            span.note(startMs);
        }
        return alive;
    }

    @Override
    public byte @Nullable [] restoredBelow(
            byte[] key, byte @Nullable [] value, long timestampMs, Headers recordHeaders) {
        comesBack(key);
        return value != null && database instanceof SuppliedContent supplied
                ? supplied.supplied(values.stored(value, timestampMs, recordHeaders))
                : value;
    }

    @Override
    public void stageRestored(StateTransaction batch) {
        SuppliedContent.restore(batch, database, restoredRows);
    }

    @Override
    public void restoredSome() {
        memory.clear();
    }

    @Override
    public void restored() {
        span.note(database);
        memory.clear();
    }
}
