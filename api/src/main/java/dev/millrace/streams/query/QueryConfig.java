package dev.millrace.streams.query;

import org.apache.kafka.common.annotation.InterfaceStability;

/** How a query is answered. Immutable. */
@InterfaceStability.Evolving
public class QueryConfig {
    private final boolean collectExecutionInfo;

    /** Creates the configuration. */
    public QueryConfig(boolean collectExecutionInfo) {
        this.collectExecutionInfo = collectExecutionInfo;
    }

    /** Whether the answer says how it came about. */
    public boolean isCollectExecutionInfo() {
        return collectExecutionInfo;
    }
}
