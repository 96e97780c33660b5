package dev.millrace.examples.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.core.ConditionFactory;

/** Who reads which partitions of the flights, as the group's coordinator sees it. */
final class WorkShare implements AutoCloseable {
    private static final String GROUP = "flights-example";
    private static final List<TopicPartition> FLIGHTS = IntStream.range(0, 4)
            .mapToObj(partition -> new TopicPartition(FlightsTopology.FLIGHTS, partition))
            .toList();

    private final Admin admin;

    WorkShare(String bootstrapServers) {
        admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
    }

    void awaitTwoPartitionsForEachOfTwoInstances() {
        patiently().untilAsserted(() -> assertThat(flightPartitionsOfMembers()).containsExactly(2L, 2L));
    }

    void awaitAllPartitionsForOneInstance() {
        patiently().untilAsserted(() -> assertThat(flightPartitionsOfMembers()).containsExactly(4L));
    }

    void awaitCommitsInAllPartitions() {
        patiently()
                .untilAsserted(() -> assertThat(committed())
                        .containsOnlyKeys(FLIGHTS)
                        .allSatisfy((partition, offset) ->
                                assertThat(offset.offset()).isPositive()));
    }

    private List<Long> flightPartitionsOfMembers() throws Exception {
        ConsumerGroupDescription group =
                admin.describeConsumerGroups(List.of(GROUP)).all().get().get(GROUP);
        return group.members().stream()
                .map(member -> member.assignment().topicPartitions().stream()
                        .filter(FLIGHTS::contains)
                        .count())
                .toList();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() throws Exception {
        Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(GROUP)
                .partitionsToOffsetAndMetadata()
                .get();
        offsets.keySet().retainAll(FLIGHTS);
        return offsets;
    }

    private static ConditionFactory patiently() {
        return await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(200))
                .ignoreExceptions();
    }

    @Override
    public void close() {
        admin.close();
    }
}
