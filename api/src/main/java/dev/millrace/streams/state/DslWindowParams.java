package dev.millrace.streams.state;

import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.kstream.EmitStrategy;
import java.time.Duration;

public class DslWindowParams {

    @Deprecated
    public DslWindowParams(
            String name,
            Duration retentionPeriod,
            Duration windowSize,
            boolean retainDuplicates,
            EmitStrategy emitStrategy,
            boolean isSlidingWindow,
            boolean isTimestamped) {
        throw new UnsupportedOperationException("DslWindowParams");
    }

    public DslWindowParams(
            String name,
            Duration retentionPeriod,
            Duration windowSize,
            boolean retainDuplicates,
            EmitStrategy emitStrategy,
            boolean isSlidingWindow,
            DslStoreFormat dslStoreFormat) {
        throw new UnsupportedOperationException("DslWindowParams");
    }

    public String name() {
        throw new UnsupportedOperationException("DslWindowParams.name");
    }

    public Duration retentionPeriod() {
        throw new UnsupportedOperationException("DslWindowParams.retentionPeriod");
    }

    public Duration windowSize() {
        throw new UnsupportedOperationException("DslWindowParams.windowSize");
    }

    public boolean retainDuplicates() {
        throw new UnsupportedOperationException("DslWindowParams.retainDuplicates");
    }

    public EmitStrategy emitStrategy() {
        throw new UnsupportedOperationException("DslWindowParams.emitStrategy");
    }

    public boolean isSlidingWindow() {
        throw new UnsupportedOperationException("DslWindowParams.isSlidingWindow");
    }

    @Deprecated
    public boolean isTimestamped() {
        throw new UnsupportedOperationException("DslWindowParams.isTimestamped");
    }

    public DslStoreFormat dslStoreFormat() {
        throw new UnsupportedOperationException("DslWindowParams.dslStoreFormat");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("DslWindowParams.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("DslWindowParams.hashCode");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("DslWindowParams.toString");
    }
}
