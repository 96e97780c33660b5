package dev.millrace.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.embedded.EmbeddedKafka;
import dev.millrace.engine.port.ChangelogGapException;
import dev.millrace.engine.port.ChangelogSource;
import dev.millrace.engine.port.TopicAdmin;
import dev.millrace.streams.errors.StreamsException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Topics of a real broker: made, described, shortened, read. */
@ExtendWith(SharedBroker.class)
class TopicsOnBrokerTest {

    @Test
    void topicsAreCreatedWithTheirSettingsAndTheApplications(EmbeddedKafka kafka) {
        try (BrokerFixture app = new BrokerFixture(
                kafka, "create", "topic.segment.bytes", 2_000_000, "topic.cleanup.policy", "delete")) {
            app.admin.create(List.of(
                    new TopicAdmin.NewTopic(
                            "create-a",
                            3,
                            Map.of("segment.bytes", "50000000", "retention.ms", "77"),
                            Map.of("cleanup.policy", "compact")),
                    new TopicAdmin.NewTopic("create-b", 1, Map.of(), Map.of())));

            // Brokers hear of new topics a moment after their creation.
            await().untilAsserted(
                            () -> assertThat(app.admin.partitionCounts(Set.of("create-a", "create-b", "create-none")))
                                    .isEqualTo(Map.of("create-a", 3, "create-b", 1)));
            Map<String, Map<String, String>> configs = app.admin.configs(Set.of("create-a", "create-none"));
            assertThat(configs.keySet()).containsExactly("create-a");
            assertThat(configs.get("create-a"))
                    .containsEntry("cleanup.policy", "compact")
                    .containsEntry("segment.bytes", "2000000")
                    .containsEntry("retention.ms", "77");
        }
    }

    @Test
    void aTopicThatExistsIsLeftAsItIs(EmbeddedKafka kafka) {
        try (BrokerFixture app = new BrokerFixture(kafka, "exists")) {
            app.createTopic("exists-t", 2);

            app.admin.create(List.of(new TopicAdmin.NewTopic("exists-t", 5, Map.of(), Map.of())));

            await().untilAsserted(() ->
                    assertThat(app.admin.partitionCounts(Set.of("exists-t"))).isEqualTo(Map.of("exists-t", 2)));
        }
    }

    @Test
    void aTopicThatCannotBeCreatedIsNamed(EmbeddedKafka kafka) {
        try (BrokerFixture app = new BrokerFixture(kafka, "refused", "replication.factor", 3)) {
            assertThatThrownBy(() -> app.createTopic("refused-t", 1))
                    .isInstanceOf(StreamsException.class)
                    .hasMessageContaining("refused-t");
        }
    }

    @Test
    void recordsBeforeAnOffsetAreDeletedAndAReaderSeesTheGap(EmbeddedKafka kafka) {
        TopicPartition partition = new TopicPartition("delete-t", 0);
        try (BrokerFixture app = new BrokerFixture(kafka, "delete")) {
            app.createTopic("delete-t", 1);
            KafkaRecordSink sink = app.sink();
            for (int i = 0; i < 5; i++) {
                BrokerFixture.send(sink, "delete-t", 0, "v" + i);
            }
            sink.flush();
            assertThat(sink.acknowledgedChangelogOffsets()).isEqualTo(Map.of(partition, 5L));

            app.admin.deleteBefore(Map.of(partition, 3L));
            await().untilAsserted(() ->
                    assertThat(app.admin.startOffsets(Set.of(partition))).isEqualTo(Map.of(partition, 3L)));

            ChangelogSource changelogs = app.changelogs();
            changelogs.add(partition, 1L);
            assertThatThrownBy(() -> pollUntilSomething(changelogs))
                    .isInstanceOfSatisfying(
                            ChangelogGapException.class,
                            gap -> assertThat(gap.partitions()).containsExactly(partition));
            assertThat(changelogs.assignment()).isEmpty();

            changelogs.add(partition, null);
            assertThat(pollUntilSomething(changelogs)).containsExactly("v3", "v4");
            assertThat(changelogs.position(partition)).isEqualTo(5);
            assertThat(changelogs.lagRecords(partition)).isZero();
            assertThat(changelogs.endOffsets(Set.of(partition))).isEqualTo(Map.of(partition, 5L));
            assertThat(changelogs.startOffsets(Set.of(partition))).isEqualTo(Map.of(partition, 3L));
            assertThat(changelogs.partitionsOf("delete-t")).containsExactly(partition);
            assertThat(changelogs.partitionsOf("delete-none")).isEmpty();
        }
    }

    @Test
    void aChangelogReaderMayAddAndRemovePartitionsAtAnyTime(EmbeddedKafka kafka) {
        TopicPartition p0 = new TopicPartition("many-t", 0);
        TopicPartition p1 = new TopicPartition("many-t", 1);
        try (BrokerFixture app = new BrokerFixture(kafka, "many")) {
            app.createTopic("many-t", 2);
            KafkaRecordSink sink = app.sink();
            assertThat(sink.partitionsOf("many-t")).isEqualTo(2);
            BrokerFixture.send(sink, "many-t", 0, "a");
            BrokerFixture.send(sink, "many-t", 1, "b");
            BrokerFixture.send(sink, "many-t", 1, "c");
            sink.flush();
            ChangelogSource changelogs = app.changelogs();
            assertThat(changelogs.poll(0)).isEmpty();

            changelogs.add(p0, null);
            assertThat(pollUntilSomething(changelogs)).containsExactly("a");
            changelogs.add(p1, 1L);
            assertThat(pollUntilSomething(changelogs)).containsExactly("c");
            assertThat(changelogs.position(p0)).as("kept while others come").isEqualTo(1);
            changelogs.remove(Set.of(p0));

            assertThat(changelogs.assignment()).containsExactly(p1);
            assertThat(app.admin.endOffsets(Set.of(p0, p1), IsolationLevel.READ_COMMITTED))
                    .isEqualTo(Map.of(p0, 1L, p1, 2L));
        }
    }

    private static List<String> pollUntilSomething(ChangelogSource changelogs) {
        return await().until(() -> BrokerFixture.values(changelogs.poll(100)), values -> !values.isEmpty());
    }
}
