package dev.millrace.state.builder;

import dev.millrace.state.facade.SessionFacade;
import dev.millrace.state.kind.StoreSpec;
import dev.millrace.state.kind.StoreSpec.WindowSpec;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStore;
import java.time.Duration;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Asks for a session store of ours. */
record SessionSupplier(String name, boolean persistent, long retentionPeriod) implements SessionBytesStoreSupplier {
    private static final long SHORTEST_SEGMENT_MS = 60_000;

    /** @throws IllegalArgumentException if the retention is missing or negative */
    static SessionSupplier of(@Nullable String name, boolean persistent, @Nullable Duration retention) {
        Objects.requireNonNull(name, "name cannot be null");
        return new SessionSupplier(
                name, persistent, Periods.millis("Session store " + name, "retentionPeriod", retention));
    }

    /** A store of bytes on its own, for suppliers that build on this one. */
    @Override
    public SessionStore<Bytes, byte[]> get() {
        WindowSpec sessions = new WindowSpec(retentionPeriod, 0, false, false);
        return new SessionFacade<>(
                new StoreSpec(name, persistent, false, false, false, Serdes.Bytes(), Serdes.ByteArray(), sessions),
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
