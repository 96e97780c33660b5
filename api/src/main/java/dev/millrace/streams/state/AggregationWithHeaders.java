package dev.millrace.streams.state;

import org.apache.kafka.common.header.Headers;

public final class AggregationWithHeaders<AGG> {

    private AggregationWithHeaders() {}

    public static <AGG> AggregationWithHeaders<AGG> make(AGG aggregation, Headers headers) {
        throw new UnsupportedOperationException("AggregationWithHeaders.make");
    }

    public static <AGG> AggregationWithHeaders<AGG> makeAllowNullable(AGG aggregation, Headers headers) {
        throw new UnsupportedOperationException("AggregationWithHeaders.makeAllowNullable");
    }

    public static <AGG> AGG getAggregationOrNull(AggregationWithHeaders<AGG> aggregationWithHeaders) {
        throw new UnsupportedOperationException("AggregationWithHeaders.getAggregationOrNull");
    }

    public AGG aggregation() {
        throw new UnsupportedOperationException("AggregationWithHeaders.aggregation");
    }

    public Headers headers() {
        throw new UnsupportedOperationException("AggregationWithHeaders.headers");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("AggregationWithHeaders.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("AggregationWithHeaders.hashCode");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("AggregationWithHeaders.toString");
    }
}
