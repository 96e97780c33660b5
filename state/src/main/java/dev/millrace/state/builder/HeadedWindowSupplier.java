package dev.millrace.state.builder;

import dev.millrace.streams.state.HeadersBytesStoreSupplier;
import dev.millrace.streams.state.WindowBytesStoreSupplier;
import dev.millrace.streams.state.WindowStore;
import org.apache.kafka.common.utils.Bytes;

/** Asks for a window store of ours that keeps headers, and says so. */
record HeadedWindowSupplier(WindowSupplier asked) implements WindowBytesStoreSupplier, HeadersBytesStoreSupplier {

    @Override
    public String name() {
        return asked.name();
    }

    @Override
    public WindowStore<Bytes, byte[]> get() {
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
    public long windowSize() {
        return asked.windowSize();
    }

    @Override
    public boolean retainDuplicates() {
        return asked.retainDuplicates();
    }

    @Override
    public long retentionPeriod() {
        return asked.retentionPeriod();
    }
}
