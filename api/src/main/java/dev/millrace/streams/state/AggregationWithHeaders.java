package dev.millrace.streams.state;

import java.util.Objects;
import org.apache.kafka.common.header.Headers;

/**
 * An aggregate of a session and the headers of the record that changed it last (KIP-1271).
 *
 * <p>As immutable as the aggregate and the headers are: they are not copied.
 *
 * @param <AGG> the type of the aggregate
 */
public final class AggregationWithHeaders<AGG> {
    private final AGG aggregation;
    private final Headers headers;

    private AggregationWithHeaders(AGG aggregation, Headers headers) {
        this.aggregation = aggregation;
        this.headers = Objects.requireNonNull(headers, "headers cannot be null");
    }

    /**
     * The pair, or null if the aggregate is null.
     *
     * @throws NullPointerException if the headers are null and the aggregate is not
     */
    public static <AGG> AggregationWithHeaders<AGG> make(AGG aggregation, Headers headers) {
        return aggregation == null ? null : new AggregationWithHeaders<>(aggregation, headers);
    }

    /**
     * The pair, even if the aggregate is null.
     *
     * @throws NullPointerException if the headers are null
     */
    public static <AGG> AggregationWithHeaders<AGG> makeAllowNullable(AGG aggregation, Headers headers) {
        return new AggregationWithHeaders<>(aggregation, headers);
    }

    /** The aggregate, or null if there is no pair. */
    public static <AGG> AGG getAggregationOrNull(AggregationWithHeaders<AGG> aggregationWithHeaders) {
        return aggregationWithHeaders == null ? null : aggregationWithHeaders.aggregation;
    }

    /** The aggregate. */
    public AGG aggregation() {
        return aggregation;
    }

    /** The headers, never null. */
    public Headers headers() {
        return headers;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof AggregationWithHeaders<?> that
                        && Objects.equals(aggregation, that.aggregation)
                        && headers.equals(that.headers));
    }

    @Override
    public int hashCode() {
        return Objects.hash(aggregation, headers);
    }

    @Override
    public String toString() {
        return "AggregationWithHeaders{aggregation=" + aggregation + ", headers=" + headers + "}";
    }
}
