package dev.millrace.runtime.query;

import dev.millrace.streams.StreamsMetadata;
import dev.millrace.streams.state.HostInfo;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;

/** An instance of the application and what it has; standby copies there are none. */
record Host(HostInfo hostInfo, Set<String> stateStoreNames, Set<TopicPartition> topicPartitions)
        implements StreamsMetadata {

    @Override
    public Set<TopicPartition> standbyTopicPartitions() {
        return Set.of();
    }

    @Override
    public Set<String> standbyStateStoreNames() {
        return Set.of();
    }

    @Override
    public String host() {
        return hostInfo.host();
    }

    @Override
    public int port() {
        return hostInfo.port();
    }
}
