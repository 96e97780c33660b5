package dev.millrace.state.join;

import dev.millrace.state.JoinSideState;
import dev.millrace.state.Slot;
import dev.millrace.state.kind.Headed;
import dev.millrace.state.kind.HeaderUse;
import dev.millrace.state.kind.OwnStore;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.window.WindowContent;
import dev.millrace.state.window.walk.WindowSpan;
import dev.millrace.streams.kstream.TimeWindow;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** A window store that keeps values of one key and window start side by side, wherever it keeps them. It never caches. */
abstract sealed class DuplicateStore extends OwnStore implements WindowContent, JoinSideState
        permits DuplicateWindows, SuppliedDuplicates {
    final WindowSpan span;

    DuplicateStore(StoreSpec spec, StoreHost host) {
        super(spec, host);
        this.span = new WindowSpan(Objects.requireNonNull(spec.windows()));
    }

    @Override
    public final boolean caching() {
        return false;
    }

    @Override
    public final TimeWindow window(long startMs) {
        return span.window(startMs);
    }

    // ---- writing ----

    @Override
    public final void add(Object key, @Nullable Object value, long timestamp, Headers headers) {
        add(key, value, timestamp, timestamp, Headed.none(headers) ? headers : new RecordHeaders(headers));
    }

    @Override
    public final void put(Object key, @Nullable Object value, long windowStartMs, long timestamp) {
        add(key, value, windowStartMs, timestamp, values.headersFor(value));
    }

    /** Adds a value beside those that are there; null is only logged. The headers become the store's. */
    abstract void add(Object key, @Nullable Object value, long startMs, long timestamp, Headers headers);

    /** The headers that the changelog record of a value gets; null for none. */
    final @Nullable Headers headersToLog(Headers headers) {
        return spec.headers() == HeaderUse.NONE || Headed.none(headers) ? null : headers;
    }

    /** A value that was found. */
    record Found(@Nullable Object value, long timestamp, Headers headers) implements Slot {}

    static Slot nothing() {
        return new Found(null, -1, new RecordHeaders());
    }
}
