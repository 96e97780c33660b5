package dev.millrace.state.facade.session;

import dev.millrace.state.facade.ValueShape;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.streams.state.SessionStore;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** A session store that shows aggregates alone. */
public final class PlainSessionStore<K, V> extends SessionFacade<K, V> {

    /** @param supplied the user's own store that keeps the content; null if the task's database does */
    public PlainSessionStore(StoreSpec spec, @Nullable SessionStore<Bytes, byte[]> supplied) {
        super(spec, ValueShape.plain(), supplied);
    }
}
