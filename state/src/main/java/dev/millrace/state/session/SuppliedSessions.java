package dev.millrace.state.session;

import dev.millrace.state.bucket.ListCursor;
import dev.millrace.state.changelog.HeaderFormat;
import dev.millrace.state.database.ByteCursor;
import dev.millrace.state.kind.HeaderUse;
import dev.millrace.state.kind.SuppliedContent;
import dev.millrace.streams.KeyValue;
import dev.millrace.streams.kstream.SessionWindow;
import dev.millrace.streams.kstream.Windowed;
import dev.millrace.streams.state.KeyValueIterator;
import dev.millrace.streams.state.SessionStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Committed content in a session store of bytes that the user supplied, seen in the layout of {@link SessionLayout}.
 *
 * <p>Of such a store no more is asked than what every session store must have, and what a session aggregation needs. It keeps
 * sessions in an order of its own, so what a walk asks for is read and sorted when the walk begins; and it lets them expire
 * itself.
 */
public final class SuppliedSessions implements SuppliedContent {
    private final SessionStore<Bytes, byte[]> store;
    private final SessionLayout layout;
    private final boolean headed;
    private final List<KeyValue<byte[], byte @Nullable []>> noted = new ArrayList<>();

    /** @param headers what values have in front of them */
    public SuppliedSessions(SessionStore<Bytes, byte[]> store, long retentionMs, HeaderUse headers) {
        this.store = store;
        this.headed = headers == HeaderUse.KEPT;
        this.layout = new SessionLayout(retentionMs);
    }

    @Override
    public byte[] supplied(byte[] stored) {
        return headed ? HeaderFormat.toSupplied(stored) : stored;
    }

    @Override
    public void note(byte[] place, byte @Nullable [] value) {
        noted.add(KeyValue.pair(place, value == null ? null : supplied(value)));
    }

    @Override
    public void write() {
        for (KeyValue<byte[], byte @Nullable []> change : noted) {
            SessionWindow bounds =
                    new SessionWindow(SessionLayout.startMs(change.key), SessionLayout.endMs(change.key));
            Windowed<Bytes> session = new Windowed<>(Bytes.wrap(SessionLayout.key(change.key)), bounds);
            if (change.value == null) {
                store.remove(session);
            } else {
                store.put(session, change.value);
            }
        }
        noted.clear();
    }

    @Override
    public void forget() {
        noted.clear();
    }

    @Override
    public byte @Nullable [] get(byte[] place) {
        Bytes key = Bytes.wrap(SessionLayout.key(place));
        long endMs = SessionLayout.endMs(place);
        for (KeyValue<byte[], byte[]> found : placed(store.findSessions(key, endMs, SessionLayout.startMs(place)))) {
            if (Arrays.equals(found.key, place)) {
                return found.value;
            }
        }
        return null;
    }

    @Override
    public ByteCursor scan(byte @Nullable [] from, byte @Nullable [] to, boolean descending) {
        byte[] one = from == null ? null : SessionLayout.oneKey(from, to);
        List<KeyValue<byte[], byte[]>> found = from == null || one == null
                ? placed(store.fetch(null, null))
                : placed(store.findSessions(Bytes.wrap(one), SessionLayout.endMs(from), Long.MAX_VALUE));
        found.removeIf(session -> (from != null && Arrays.compareUnsigned(session.key, from) < 0)
                || (to != null && Arrays.compareUnsigned(session.key, to) >= 0));
        return ListCursor.sorted(found, descending);
    }

    private List<KeyValue<byte[], byte[]>> placed(KeyValueIterator<Windowed<Bytes>, byte[]> sessions) {
        List<KeyValue<byte[], byte[]>> found = new ArrayList<>();
        try (sessions) {
            while (sessions.hasNext()) {
                KeyValue<Windowed<Bytes>, byte[]> next = sessions.next();
                byte[] key = next.key.key().get();
                byte[] place = layout.of(
                        key, next.key.window().start(), next.key.window().end());
                found.add(KeyValue.pair(place, headed ? HeaderFormat.ofSupplied(next.value) : next.value));
            }
        }
        return found;
    }

    /** Unknown: a session store does not say. */
    @Override
    public long approximateEntries() {
        return 0;
    }
}
