package dev.millrace.streams.state;

import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.kstream.EmitStrategy;
import java.time.Duration;

public class DslSessionParams {

    @Deprecated
    public DslSessionParams(String name, Duration retentionPeriod, EmitStrategy emitStrategy) {
        throw new UnsupportedOperationException("DslSessionParams");
    }

    public DslSessionParams(
            String name, Duration retentionPeriod, EmitStrategy emitStrategy, DslStoreFormat storeFormat) {
        throw new UnsupportedOperationException("DslSessionParams");
    }

    public String name() {
        throw new UnsupportedOperationException("DslSessionParams.name");
    }

    public Duration retentionPeriod() {
        throw new UnsupportedOperationException("DslSessionParams.retentionPeriod");
    }

    public EmitStrategy emitStrategy() {
        throw new UnsupportedOperationException("DslSessionParams.emitStrategy");
    }

    public DslStoreFormat storeFormat() {
        throw new UnsupportedOperationException("DslSessionParams.storeFormat");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("DslSessionParams.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("DslSessionParams.hashCode");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("DslSessionParams.toString");
    }
}
