package dev.millrace.state.kind;

import dev.millrace.state.ChangelogSink;
import dev.millrace.state.EmissionListener;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.database.StateTransaction;
import dev.millrace.state.overlay.CachedUpdates;
import dev.millrace.state.overlay.EmittedEntries;
import dev.millrace.state.overlay.Entry;
import dev.millrace.state.overlay.EntryCursor;
import dev.millrace.state.overlay.MemoryAccount;
import dev.millrace.state.overlay.Overlay;
import dev.millrace.state.overlay.RestoredRows;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * A store of ours: committed content in a database, the writes since then in an {@link Overlay}.
 *
 * <p>Here is what all kinds share: the serdes, writing with or without delayed emission, and the steps of a commit. One loop
 * over the dirty entries feeds the changelog and the batch, with the same bytes; the batch is committed when the task's
 * outputs are safe.
 *
 * <p>A kind is a subclass, in a package of its own: it says where its entries lie, what key downstream and the changelog get, and
 * which part of the database is known to be empty. It is made by a facade, when that is opened in a task.
 */
public abstract class OverlayStore extends OwnStore {
    private static final int TOUCHED_TOGETHER = 64;

    protected final OrderedBytes database;
    protected final Overlay overlay;
    private final RestoredRows restoredRows = new RestoredRows();
    private final MemoryAccount memory;
    private final boolean caching;
    private final @Nullable LoggedHeaders<Entry> headers;
    private final Emissions emissions = new Emissions();
    private @Nullable CachedUpdates cached;
    private @Nullable EmissionListener listener;
    private boolean oldValues;

    protected OverlayStore(StoreSpec spec, StoreHost host) {
        super(spec, host);
        this.database = host.database(spec.name(), spec.persistent());
        this.memory = host.memory();
        this.caching = spec.caching() && memory.caches();
        this.overlay = new Overlay(database, values, memory, this::retreat, caching);
        this.headers = spec.headers() == HeaderUse.NONE ? null : new LoggedHeaders<>();
    }

    // ---- writing ----

    public final boolean caching() {
        return caching;
    }

    public final void onEmission(EmissionListener taker, boolean withOldValues) {
        listener = taker;
        oldValues = withOldValues;
        cached = caching ? new CachedUpdates(origin, memory) : null;
    }

    protected final void write(Entry entry, @Nullable Object held, long timestamp) {
        position.written();
        change(entry, held, timestamp);
    }

    /** Writes, but does not say that the store has come to the record at work. */
    protected final void change(Entry entry, @Nullable Object held, long timestamp) {
        if (headers != null) {
            headers.note(entry, headersToLog(held));
        }
        if (cached == null) {
            overlay.write(entry, held, timestamp);
            return;
        }
        cached.beforeWrite(entry);
        overlay.write(entry, held, timestamp);
        if (cached.afterWrite(entry)) {
            emitCached();
        }
    }

    /** Whether the current value of an entry must be known before it is overwritten. */
    protected final boolean mustSeeOverwritten() {
        return cached != null || !spec.persistent();
    }

    /** The headers that a value is to be written with. */
    protected final Headers headersOf(@Nullable Object value) {
        return values.headersFor(value);
    }

    protected final @Nullable Object hold(@Nullable Object value, Headers own) {
        return value == null ? null : values.hold(value, own);
    }

    /** The held form of a value for a key whose place is known. Where headers go with values, the key may add some. */
    protected final @Nullable Object holdAt(Object key, @Nullable Object value) {
        Headers own = headersOf(value);
        if (value != null && spec.headers().withValues()) {
            keys.addHeaders(key, own);
        }
        return hold(value, own);
    }

    private Headers headersToLog(@Nullable Object held) {
        return held != null && spec.headers().withValues() ? ValueCodec.headersIn(held) : origin.headers();
    }

    /** What the task's stores hold. */
    protected final MemoryAccount memory() {
        return memory;
    }

    /** The key as downstream is to get it. */
    protected abstract Object emissionKey(Entry entry);

    // ---- commit ----

    @Override
    public final void emitCached() {
        if (cached != null && listener != null) {
            cached.emitAll(listener, emissions, oldValues);
        }
    }

    private final class Emissions implements EmittedEntries {
        @Override
        public boolean due(Entry entry) {
            return emissionDue(entry);
        }

        @Override
        public Object key(Entry entry) {
            return emissionKey(entry);
        }

        @Override
        public Object value(Object held) {
            return values.read(held);
        }

        @Override
        public Headers headers(Entry entry, Headers ofWriter) {
            return emissionHeaders(entry, ofWriter);
        }

        @Override
        public void emitted(Entry entry) {
            OverlayStore.this.emitted(entry);
        }
    }

    /** See {@link EmittedEntries#due}. */
    protected boolean emissionDue(Entry entry) {
        return true;
    }

    /** The headers that downstream is to get with an update: those of the record that wrote it last. */
    protected Headers emissionHeaders(Entry entry, Headers ofWriter) {
        return ofWriter;
    }

    /** No update of this entry waits any more. */
    protected void emitted(Entry entry) {}

    /** Whether somebody takes updates later than they are made. */
    public final boolean emitsLater() {
        return cached != null;
    }

    @Override
    public final boolean hasCached() {
        return cached != null && cached.dueForEmission();
    }

    @Override
    public boolean changed() {
        return overlay.dirty().size() > 0;
    }

    /** Not if others see the database, nor if order counts. */
    @Override
    public boolean canWriteLater() {
        return !(database instanceof SuppliedContent) && caching == emitsLater();
    }

    /**
     * Takes the last value of every key that was written since the last commit to the changelog, if there is one, and what
     * the database does not have yet to the batch. A store that delays emission leaves the deletion of what was not there out
     * of the changelog, as the reference does.
     */
    @Override
    public void stage(StateTransaction batch, @Nullable TopicPartition changelog, ChangelogSink sink) {
        if (database instanceof SuppliedContent supplied) {
            supplied.forget();
        }
        int[] order = writeOrder();
        for (int place = 0; place < order.length; place++) {
            if (place % TOUCHED_TOGETHER == 0) {
                overlay.unwritten().touch(order, place, Math.min(order.length, place + TOUCHED_TOGETHER));
            }
            Entry entry = overlay.unwritten().at(order[place]);
            Object held = entry.held();
            byte[] payload = held == null ? null : values.payload(held);
            if (changelog != null && entry.isDirty()) {
                log(changelog, sink, entry, payload);
            }
            Headers own = held == null ? null : ValueCodec.headersIn(held);
            SuppliedContent.keep(
                    batch,
                    database,
                    entry.key(),
                    payload == null || own == null ? null : values.stored(payload, entry.timestamp(), own));
        }
    }

    @Override
    public final void log(TopicPartition changelog, ChangelogSink sink) {
        int count = overlay.dirty().size();
        for (int number = 0; number < count; number++) {
            if (number % TOUCHED_TOGETHER == 0) {
                overlay.dirty().touch(number, Math.min(count, number + TOUCHED_TOGETHER));
            }
            Entry entry = overlay.dirty().at(number);
            Object held = entry.held();
            log(changelog, sink, entry, held == null ? null : values.payload(held));
        }
    }

    private void log(TopicPartition changelog, ChangelogSink sink, Entry entry, byte @Nullable [] payload) {
        if (logs(entry)) {
            log(changelog, sink, entry, payload, entry.timestamp());
            entry.logged();
        }
    }

    /** The numbers of the unwritten entries in the order in which they are written. */
    protected int[] writeOrder() {
        return overlay.unwritten().numbersByKey();
    }

    protected final void log(
            TopicPartition changelog, ChangelogSink sink, Entry entry, byte @Nullable [] payload, long timestamp) {
        Headers noted = headers == null ? null : headers.of(entry);
        sink.append(changelog, changelogKey(entry), payload, Math.max(0, timestamp), noted);
    }

    /** Whether the last write of an entry goes to the changelog. */
    protected boolean logs(Entry entry) {
        return cached == null || !entry.isStillAbsent();
    }

    /** A database that takes no part in the batch is written to now. */
    @Override
    public final void committing() {
        if (database instanceof SuppliedContent supplied) {
            supplied.write();
        }
    }

    @Override
    public void logged() {
        overlay.logged();
        forgetHeaders();
    }

    @Override
    public void committed() {
        overlay.written();
        forgetHeaders();
    }

    private void forgetHeaders() {
        if (headers != null) {
            headers.clear();
        }
    }

    /**
     * The entries of a range with the values that downstream knows: what waits in the cache is left out. Where nobody hears of
     * updates, that is what was committed.
     */
    public final EntryCursor scanCommitted(
            byte @Nullable [] fromInclusive, byte @Nullable [] toExclusive, boolean descending) {
        return emitsLater()
                ? overlay.scanEmitted(fromInclusive, toExclusive, descending)
                : overlay.scanWritten(fromInclusive, toExclusive, descending);
    }

    /** The record key in the changelog. */
    protected abstract byte[] changelogKey(Entry entry);

    // ---- restore ----

    @Override
    public final void restore(
            StateTransaction batch, byte[] key, byte @Nullable [] value, long timestampMs, Headers recordHeaders) {
        restore(key, value, timestampMs, recordHeaders);
    }

    /** Applies a changelog record, by {@link #restoreAt}. */
    protected abstract void restore(byte[] key, byte @Nullable [] value, long timestampMs, Headers recordHeaders);

    /** Takes note that a changelog record is restored; false if it has expired meanwhile. */
    protected boolean comesBack(byte[] changelogKey) {
        return true;
    }

    protected final void restoreAt(byte[] key, byte @Nullable [] value, long timestampMs, Headers recordHeaders) {
        restoredRows.add(key, value == null ? null : values.stored(value, timestampMs, recordHeaders));
    }

    @Override
    public final byte @Nullable [] restoredBelow(
            byte[] key, byte @Nullable [] value, long timestampMs, Headers recordHeaders) {
        comesBack(key);
        return value != null && database instanceof SuppliedContent supplied
                ? supplied.supplied(values.stored(value, timestampMs, recordHeaders))
                : value;
    }

    @Override
    public final void stageRestored(StateTransaction batch) {
        SuppliedContent.restore(batch, database, restoredRows);
    }

    @Override
    public final void restoredSome() {
        overlay.forgetAll();
        overlay.residentFrom(null);
    }

    @Override
    public void restored() {
        overlay.forgetAll();
        overlay.residentFrom(firstResident());
    }

    // ---- the resident part ----

    /** From where on the database has nothing, null for nowhere. See {@link Overlay}. */
    protected abstract byte @Nullable [] firstResident();

    /** The next place after {@code from} where the resident part may begin, null for nowhere. */
    protected abstract byte @Nullable [] retreat(byte @Nullable [] from);

    @Override
    public void close() {
        overlay.close();
    }

    /** How many keys have a value, as exactly as the database knows. */
    public final long approximateEntries() {
        return overlay.approximateEntries();
    }
}
