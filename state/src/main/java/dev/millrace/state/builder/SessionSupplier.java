package dev.millrace.state.builder;

import dev.millrace.state.facade.session.PlainSessionStore;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.StoreSpec.WindowSpec;
import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStore;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a session store of ours.
 *
 * @param keeps what can be kept with an aggregate, if the builder asks for it: headers or nothing
 * @param closing whether it is for sessions whose results are sent on when they close
 */
record SessionSupplier(String name, boolean persistent, DslStoreFormat keeps, boolean closing, long retentionPeriod)
        implements SessionBytesStoreSupplier {
    private static final long SHORTEST_SEGMENT_MS = 60_000;

    /** @throws IllegalArgumentException if the retention is missing or negative */
    static SessionSupplier of(
            @Nullable String name, boolean persistent, DslStoreFormat keeps, @Nullable Duration retention) {
        Objects.requireNonNull(name, "name cannot be null");
        return new SessionSupplier(
                name, persistent, keeps, false, Periods.millis("Session store " + name, "retentionPeriod", retention));
    }

    /** The same for sessions whose results are sent on when they close. */
    SessionSupplier forClosing() {
        return new SessionSupplier(name, persistent, keeps, true, retentionPeriod);
    }

    /** How sessions are kept. */
    WindowSpec sessions() {
        return new WindowSpec(retentionPeriod, 0, false, closing);
    }

    /** A store of bytes on its own, for suppliers that build on this one. */
    @Override
    public SessionStore<Bytes, byte[]> get() {
        return new PlainSessionStore<>(
                new StoreSpec(name, persistent, false, false, false, Serdes.Bytes(), Serdes.ByteArray(), sessions()),
                null);
    }

    @Override
    public String metricsScope() {
        return persistent ? "rocksdb-session" : "in-memory-session";
    }

    @Override
    public long segmentIntervalMs() {
        return persistent ? Math.max(retentionPeriod / 2, SHORTEST_SEGMENT_MS) : 1;
    }
}
