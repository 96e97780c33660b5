package dev.millrace.streams.state;

import dev.millrace.streams.DslStoreFormat;

public class DslKeyValueParams {

    @Deprecated
    public DslKeyValueParams(String name, boolean isTimestamped) {
        throw new UnsupportedOperationException("DslKeyValueParams");
    }

    public DslKeyValueParams(String name, DslStoreFormat dslStoreFormat) {
        throw new UnsupportedOperationException("DslKeyValueParams");
    }

    public String name() {
        throw new UnsupportedOperationException("DslKeyValueParams.name");
    }

    @Deprecated
    public boolean isTimestamped() {
        throw new UnsupportedOperationException("DslKeyValueParams.isTimestamped");
    }

    public DslStoreFormat dslStoreFormat() {
        throw new UnsupportedOperationException("DslKeyValueParams.dslStoreFormat");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("DslKeyValueParams.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("DslKeyValueParams.hashCode");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("DslKeyValueParams.toString");
    }
}
