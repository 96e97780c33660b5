package dev.millrace.engine.port;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * How a group divides the work among its members; the engine implements it, a {@link RecordSource} calls it.
 *
 * <p>A rebalance goes: every member sends its {@link #memberData}; one of them, the leader, is asked to {@link #divide};
 * every member is told its {@link Share#data} by {@link #accepted}, then its {@link PartitionListener} what changed.
 *
 * <p>Partitions move in two steps. A partition that the leader gives to one member while another still has it is withheld
 * from the share until that other member has revoked it, and a second rebalance follows by itself. So a member starts tasks
 * from the partitions it gets, not from the data.
 *
 * <p>Called on the worker's thread, inside {@link RecordSource#poll}.
 */
public interface Membership {

    /** What this member wants the leader to know: its process, tasks, lags. Bytes of the engine's own format. */
    ByteBuffer memberData();

    /**
     * Divides the work; called on the leader only. May create topics. What it throws fails the worker that leads.
     *
     * @param members all members by id
     * @param partitionCounts the topics anyone subscribed to that exist, with their number of partitions
     * @return a share for every member
     */
    Map<String, Share> divide(Map<String, Member> members, Map<String, Integer> partitionCounts);

    /** The leader's message to this member arrived; comes before the {@link PartitionListener} is called. */
    void accepted(List<TopicPartition> partitions, ByteBuffer data);

    /**
     * One member, as the leader sees it.
     *
     * @param topics what it subscribed to
     * @param owned the partitions it has at this moment
     * @param data its {@link #memberData}
     * @param rackId null if it has not said
     */
    record Member(
            Set<String> topics,
            List<TopicPartition> owned,
            ByteBuffer data,
            @Nullable String rackId) {}

    /** What one member gets: partitions to process and a message of the engine's own format. */
    record Share(List<TopicPartition> partitions, ByteBuffer data) {}
}
