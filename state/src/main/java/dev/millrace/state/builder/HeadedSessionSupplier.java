package dev.millrace.state.builder;

import dev.millrace.streams.state.HeadersBytesStoreSupplier;
import dev.millrace.streams.state.SessionBytesStoreSupplier;
import dev.millrace.streams.state.SessionStore;
import org.apache.kafka.common.utils.Bytes;

/** Asks for a session store of ours that keeps headers, and says so. */
record HeadedSessionSupplier(SessionSupplier asked) implements SessionBytesStoreSupplier, HeadersBytesStoreSupplier {

    @Override
    public String name() {
        return asked.name();
    }

    @Override
    public SessionStore<Bytes, byte[]> get() {
        return asked.get();
    }

    @Override
    public String metricsScope() {
        return asked.metricsScope();
    }

    @Override
    public long segmentIntervalMs() {
        return asked.segmentIntervalMs();
    }

    @Override
    public long retentionPeriod() {
        return asked.retentionPeriod();
    }
}
