package dev.millrace.benchmarks.memory;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.CreateTopicsResult.TopicMetadataAndConfig;
import org.apache.kafka.clients.admin.DeleteRecordsResult;
import org.apache.kafka.clients.admin.DeletedRecords;
import org.apache.kafka.clients.admin.DescribeConfigsResult;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.jspecify.annotations.Nullable;

/** An admin client that answers what an engine asks. */
@SuppressWarnings("unchecked") // the arguments' types are those of the method named
public final class MemoryAdmin implements InvocationHandler {
    private final MemoryCluster cluster;

    private MemoryAdmin(MemoryCluster cluster) {
        this.cluster = cluster;
    }

    public static Admin of(MemoryCluster cluster) {
        return (Admin) Proxy.newProxyInstance(
                Admin.class.getClassLoader(), new Class<?>[] {Admin.class}, new MemoryAdmin(cluster));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] passed) {
        Object[] arguments = passed == null ? new Object[0] : passed;
        return switch (method.getName()) {
            case "describeTopics" -> describe((Collection<String>) arguments[0]);
            case "createTopics" -> create((Collection<NewTopic>) arguments[0]);
            case "describeConfigs" -> configs((Collection<ConfigResource>) arguments[0]);
            case "listOffsets" -> offsets(((Map<TopicPartition, ?>) arguments[0]).keySet());
            case "deleteRecords" -> deleted(((Map<TopicPartition, ?>) arguments[0]).keySet());
            case "metrics" -> Map.of();
            case "hashCode" -> System.identityHashCode(self);
            case "equals" -> self == arguments[0];
            case "toString" -> "admin client in memory";
            case "close", "registerMetricForSubscription", "unregisterMetricFromSubscription" -> null;
            default -> throw new UnsupportedOperationException("Admin." + method.getName());
        };
    }

    private DescribeTopicsResult describe(Collection<String> topics) {
        Map<String, KafkaFuture<TopicDescription>> found = new HashMap<>();
        topics.forEach(topic -> found.put(topic, describe(topic)));
        return new DescribeTopicsResult(null, found) {};
    }

    private KafkaFuture<TopicDescription> describe(String topic) {
        if (!cluster.has(topic)) {
            KafkaFutureImpl<TopicDescription> unknown = new KafkaFutureImpl<>();
            unknown.completeExceptionally(new UnknownTopicOrPartitionException("There is no topic " + topic));
            return unknown;
        }
        List<TopicPartitionInfo> partitions = List.of(new TopicPartitionInfo(
                0, MemoryCluster.NODE, List.of(MemoryCluster.NODE), List.of(MemoryCluster.NODE)));
        return KafkaFuture.completedFuture(new TopicDescription(topic, false, partitions));
    }

    private CreateTopicsResult create(Collection<NewTopic> topics) {
        Map<String, KafkaFuture<TopicMetadataAndConfig>> created = new HashMap<>();
        for (NewTopic topic : topics) {
            cluster.create(topic.name());
            created.put(
                    topic.name(),
                    KafkaFuture.completedFuture(
                            new TopicMetadataAndConfig(Uuid.randomUuid(), 1, 1, new Config(List.of()))));
        }
        return new CreateTopicsResult(created) {};
    }

    private static DescribeConfigsResult configs(Collection<ConfigResource> resources) {
        Map<ConfigResource, KafkaFuture<Config>> configs = new HashMap<>();
        resources.forEach(resource -> configs.put(resource, KafkaFuture.completedFuture(new Config(List.of()))));
        return new DescribeConfigsResult(configs) {};
    }

    /** There is nothing to delete: what was read is not kept. */
    private static DeleteRecordsResult deleted(Collection<TopicPartition> partitions) {
        Map<TopicPartition, KafkaFuture<DeletedRecords>> lows = new HashMap<>();
        partitions.forEach(partition -> lows.put(partition, KafkaFuture.completedFuture(new DeletedRecords(0))));
        return new DeleteRecordsResult(lows);
    }

    private static ListOffsetsResult offsets(Collection<TopicPartition> partitions) {
        Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> ends = new HashMap<>();
        partitions.forEach(partition ->
                ends.put(partition, KafkaFuture.completedFuture(new ListOffsetsResultInfo(0, -1, Optional.empty()))));
        return new ListOffsetsResult(ends);
    }
}
