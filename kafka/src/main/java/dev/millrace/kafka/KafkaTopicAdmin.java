package dev.millrace.kafka;

import dev.millrace.engine.port.TopicAdmin;
import dev.millrace.streams.errors.StreamsException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The admin client of an instance. */
final class KafkaTopicAdmin implements TopicAdmin {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaTopicAdmin.class);
    private static final int LEADER_ATTEMPTS = 1_000;
    private static final long LEADER_PAUSE_NS = 10_000_000;

    private final Admin admin;
    private final String applicationId;
    private final Map<String, String> topicSettings;
    private final Optional<Short> replicationFactor;
    private @Nullable KafkaFuture<Void> deletion;

    /**
     * @param topicSettings the application's {@code topic.} settings
     * @param replicationFactor of topics to create; -1 for what the brokers say
     */
    KafkaTopicAdmin(Admin admin, String applicationId, Map<String, String> topicSettings, int replicationFactor) {
        this.admin = admin;
        this.applicationId = applicationId;
        this.topicSettings = Map.copyOf(topicSettings);
        this.replicationFactor = replicationFactor == -1 ? Optional.empty() : Optional.of((short) replicationFactor);
    }

    @Override
    public Map<String, Integer> partitionCounts(Set<String> topics) {
        Map<String, Integer> counts = new HashMap<>();
        admin.describeTopics(topics).topicNameValues().forEach((topic, description) -> {
            TopicDescription found = existing(description, "describing topic " + topic);
            if (found != null) {
                counts.put(topic, found.partitions().size());
            }
        });
        return counts;
    }

    @Override
    public void create(Collection<NewTopic> topics) {
        List<org.apache.kafka.clients.admin.NewTopic> wanted =
                topics.stream().map(this::clientTopic).toList();
        Set<String> created = new HashSet<>();
        admin.createTopics(wanted).values().forEach((topic, answer) -> {
            try {
                await(answer, "creating topic " + topic);
                LOG.info("Created topic {}", topic);
                created.add(topic);
            } catch (TopicExistsException e) {
                LOG.debug("Topic {} exists by now", topic, e);
            }
        });
        awaitLeaders(
                topics.stream().filter(topic -> created.contains(topic.name())).toList());
    }

    /**
     * A topic is created when the controller says so, and can be written a little later, when its leaders know of it. A
     * producer that sends several batches in between may have the second accepted and the first refused, and then tries in
     * vain to put them in order. Only leaders answer this question.
     */
    private void awaitLeaders(Collection<NewTopic> topics) {
        Set<TopicPartition> partitions = new HashSet<>();
        topics.forEach(topic -> IntStream.range(0, topic.partitions())
                .forEach(partition -> partitions.add(new TopicPartition(topic.name(), partition))));
        for (int attempt = 1; ; attempt++) {
            try {
                endOffsets(partitions, IsolationLevel.READ_UNCOMMITTED);
                return;
            } catch (UnknownTopicOrPartitionException notYet) {
                if (attempt == LEADER_ATTEMPTS) {
                    throw new TimeoutException("The brokers do not know of the topics that were created", notYet);
                }
                LockSupport.parkNanos(LEADER_PAUSE_NS);
            }
        }
    }

    private org.apache.kafka.clients.admin.NewTopic clientTopic(NewTopic topic) {
        Map<String, String> config = new HashMap<>(topic.defaults());
        config.putAll(topicSettings);
        config.putAll(topic.settings());
        return new org.apache.kafka.clients.admin.NewTopic(
                        topic.name(), Optional.of(topic.partitions()), replicationFactor)
                .configs(config);
    }

    @Override
    public Map<String, Map<String, String>> configs(Set<String> topics) {
        List<ConfigResource> resources = topics.stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        Map<String, Map<String, String>> configs = new HashMap<>();
        admin.describeConfigs(resources).values().forEach((resource, description) -> {
            Config found = existing(description, "describing the settings of topic " + resource.name());
            if (found != null) {
                configs.put(resource.name(), values(found));
            }
        });
        return configs;
    }

    private static Map<String, String> values(Config config) {
        Map<String, String> values = new HashMap<>();
        for (ConfigEntry entry : config.entries()) {
            if (entry.value() != null) {
                values.put(entry.name(), entry.value());
            }
        }
        return values;
    }

    @Override
    public synchronized void deleteBefore(Map<TopicPartition, Long> offsets) {
        if (offsets.isEmpty() || (deletion != null && !deletion.isDone())) {
            return;
        }
        Map<TopicPartition, RecordsToDelete> limits = new HashMap<>();
        offsets.forEach((partition, offset) -> limits.put(partition, RecordsToDelete.beforeOffset(offset)));
        deletion = admin.deleteRecords(limits).all().whenComplete((done, error) -> {
            if (error != null) {
                LOG.debug("Some records that are no longer needed stay for now: {}", limits, error);
            }
        });
    }

    @Override
    public Map<TopicPartition, Long> endOffsets(Set<TopicPartition> partitions, IsolationLevel isolation) {
        return offsets(partitions, OffsetSpec.latest(), isolation);
    }

    @Override
    public Map<TopicPartition, Long> startOffsets(Set<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
    }

    private Map<TopicPartition, Long> offsets(
            Set<TopicPartition> partitions, OffsetSpec place, IsolationLevel isolation) {
        Map<TopicPartition, OffsetSpec> questions = new HashMap<>();
        partitions.forEach(partition -> questions.put(partition, place));
        Map<TopicPartition, ListOffsetsResultInfo> answers = await(
                admin.listOffsets(questions, new ListOffsetsOptions(isolation)).all(),
                "asking for offsets of " + partitions);
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answers.forEach((partition, answer) -> offsets.put(partition, answer.offset()));
        return offsets;
    }

    @Override
    public Map<TopicPartition, Long> committedOffsets(Set<TopicPartition> partitions) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try {
            await(
                            admin.listConsumerGroupOffsets(applicationId).partitionsToOffsetAndMetadata(),
                            "asking for the committed offsets of group " + applicationId)
                    .forEach((partition, committed) -> {
                        if (committed != null && partitions.contains(partition)) {
                            offsets.put(partition, committed.offset());
                        }
                    });
        } catch (GroupIdNotFoundException e) {
            LOG.debug("Group {} has never committed", applicationId, e);
        }
        return offsets;
    }

    /** The answer, or null if it is that there is no such topic. */
    private static <T> @Nullable T existing(KafkaFuture<T> answer, String doing) {
        try {
            return await(answer, doing);
        } catch (UnknownTopicOrPartitionException e) {
            return null;
        }
    }

    /** Waits; what it throws for a missing or existing topic or group, and for time-outs, are the client's own exceptions. */
    private static <T> T await(KafkaFuture<T> answer, String doing) {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException
                    || e.getCause() instanceof UnknownTopicOrPartitionException
                    || e.getCause() instanceof GroupIdNotFoundException
                    || e.getCause() instanceof TimeoutException) {
                throw (KafkaException) e.getCause();
            }
            throw new StreamsException("Failed " + doing, e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close();
    }
}
