package dev.millrace.streams.query;

import org.apache.kafka.common.annotation.InterfaceStability;

@InterfaceStability.Evolving
public class QueryConfig {

    public QueryConfig(boolean collectExecutionInfo) {
        throw new UnsupportedOperationException("QueryConfig");
    }

    public boolean isCollectExecutionInfo() {
        throw new UnsupportedOperationException("QueryConfig.isCollectExecutionInfo");
    }
}
