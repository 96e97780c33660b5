package dev.millrace.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.embedded.EmbeddedKafka;
import dev.millrace.engine.port.CommitPoint;
import dev.millrace.engine.port.RecordSource;
import dev.millrace.engine.port.SourceBatch;
import dev.millrace.streams.AutoOffsetReset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main consumer in a group of a real broker. */
@ExtendWith(SharedBroker.class)
class GroupOnBrokerTest {

    @Test
    void aMemberReadsFromTheStartAndGoesOnFromWhereItCommitted(EmbeddedKafka kafka) {
        TopicPartition partition = new TopicPartition("group-read-t", 0);
        try (BrokerFixture app = new BrokerFixture(kafka, "group-read")) {
            app.createTopic("group-read-t", 1);
            produce(app, "group-read-t", "a", "b", "c");
            RecordSource first = app.source(1, Map.of());
            first.subscribe(Set.of("group-read-t"), new Partitions(), new EvenMembership());
            SourceBatch batch = pollUntilRecords(first).get(0);

            assertThat(BrokerFixture.values(List.of(batch))).containsExactly("a", "b", "c");
            assertThat(batch.nextOffset()).isEqualTo(3);
            assertThat(first.position(partition)).isEqualTo(3);
            assertThat(first.lagRecords(partition)).isZero();
            assertThat(first.committed(Set.of(partition))).isEmpty();
            first.commit(Map.of(partition, new CommitPoint(2, "time=5")));
            assertThat(first.committed(Set.of(partition))).isEqualTo(Map.of(partition, new CommitPoint(2, "time=5")));
            first.seek(partition, 1);
            assertThat(BrokerFixture.values(pollUntilRecords(first))).containsExactly("b", "c");
            first.close(1_000, true);

            RecordSource second = app.source(1, Map.of());
            second.subscribe(Pattern.compile("group-read-.*"), new Partitions(), new EvenMembership());
            assertThat(BrokerFixture.values(pollUntilRecords(second))).containsExactly("c");
        }
    }

    @Test
    void aPausedPartitionFlowsAgainWhenResumed(EmbeddedKafka kafka) {
        TopicPartition partition = new TopicPartition("group-pause-t", 0);
        try (BrokerFixture app = new BrokerFixture(kafka, "group-pause")) {
            app.createTopic("group-pause-t", 1);
            Partitions partitions = new Partitions();
            RecordSource source = app.source(1, Map.of());
            source.subscribe(Set.of("group-pause-t"), partitions, new EvenMembership());
            await().until(() -> {
                source.poll(50);
                return partitions.held.contains(partition);
            });
            source.pause(Set.of(partition));
            produce(app, "group-pause-t", "a");
            assertThat(source.poll(200)).isEmpty();

            source.resume(Set.of(partition));

            assertThat(BrokerFixture.values(pollUntilRecords(source))).containsExactly("a");
        }
    }

    @Test
    void aSecondMemberTakesOverWithoutDisturbingTheRest(EmbeddedKafka kafka) throws Exception {
        try (BrokerFixture app = new BrokerFixture(kafka, "group-share")) {
            app.createTopic("group-share-t", 2);
            Partitions firsts = new Partitions();
            EvenMembership membership = new EvenMembership();
            RecordSource first = app.source(1, Map.of());
            first.subscribe(Set.of("group-share-t"), firsts, membership);
            await().until(() -> {
                first.poll(50);
                return firsts.held.size() == 2;
            });
            assertThat(membership.told).isEqualTo("of 1");

            Partitions seconds = new Partitions();
            RecordSource second = app.source(2, Map.of());
            second.subscribe(Set.of("group-share-t"), seconds, new EvenMembership());
            // Both have to poll for the group to make progress, and a joining member waits inside its poll.
            CompletableFuture<Void> joining = CompletableFuture.runAsync(() -> await().until(() -> {
                second.poll(50);
                return seconds.held.size() == 1;
            }));
            await().until(() -> {
                first.poll(50);
                return joining.isDone();
            });
            joining.get(1, TimeUnit.SECONDS);

            assertThat(firsts.held).hasSize(1).doesNotContainAnyElementsOf(seconds.held);
            assertThat(firsts.events.get(1)).startsWith("revoked").doesNotContain(",");
            // Whoever only gave something up is told too that the rebalance is over.
            assertThat(firsts.events.subList(2, firsts.events.size()))
                    .isNotEmpty()
                    .containsOnly("assigned []");
            assertThat(membership.told).isEqualTo("of 2");
        }
    }

    @Test
    void everySourceStartsWhereItsOwnPolicySays(EmbeddedKafka kafka) {
        try (BrokerFixture app = new BrokerFixture(kafka, "group-reset")) {
            app.createTopic("group-reset-old", 1);
            app.createTopic("group-reset-new", 1);
            produce(app, "group-reset-old", "1");
            produce(app, "group-reset-new", "2");
            RecordSource source = app.source(1, Map.of("group-reset-new", AutoOffsetReset.latest()));
            source.subscribe(Set.of("group-reset-old", "group-reset-new"), new Partitions(), new EvenMembership());
            List<String> seen = new ArrayList<>(BrokerFixture.values(pollUntilRecords(source)));
            source.position(new TopicPartition("group-reset-new", 0));
            produce(app, "group-reset-new", "3");
            await().until(() -> {
                seen.addAll(BrokerFixture.values(source.poll(50)));
                return seen.contains("3");
            });

            assertThat(seen).containsExactly("1", "3");
        }
    }

    @Test
    void whatTheListenerThrowsComesOutOfThePoll(EmbeddedKafka kafka) {
        try (BrokerFixture app = new BrokerFixture(kafka, "group-throw")) {
            app.createTopic("group-throw-t", 1);
            Partitions partitions = new Partitions();
            IllegalStateException thrown = new IllegalStateException("listener");
            partitions.thrown = thrown;
            RecordSource source = app.source(1, Map.of());
            source.subscribe(Set.of("group-throw-t"), partitions, new EvenMembership());

            assertThatThrownBy(() -> pollUntilRecords(source)).isSameAs(thrown);
            partitions.thrown = null;
        }
    }

    @Test
    void whatTheLeaderThrowsComesOutOfThePoll(EmbeddedKafka kafka) {
        try (BrokerFixture app = new BrokerFixture(kafka, "group-lead")) {
            app.createTopic("group-lead-t", 1);
            EvenMembership membership = new EvenMembership();
            membership.thrown = new IllegalStateException("leader");
            RecordSource source = app.source(1, Map.of());
            source.subscribe(Set.of("group-lead-t"), new Partitions(), membership);

            assertThatThrownBy(() -> pollUntilRecords(source)).isSameAs(membership.thrown);
        }
    }

    @Test
    void aWakeUpEndsAPollAndNothingElse(EmbeddedKafka kafka) {
        TopicPartition partition = new TopicPartition("group-wake-t", 0);
        try (BrokerFixture app = new BrokerFixture(kafka, "group-wake")) {
            app.createTopic("group-wake-t", 1);
            produce(app, "group-wake-t", "a");
            RecordSource source = app.source(1, Map.of());
            source.subscribe(Set.of("group-wake-t"), new Partitions(), new EvenMembership());
            pollUntilRecords(source);

            source.wakeup();
            assertThat(source.poll(60_000)).isEmpty();
            source.wakeup();
            source.commit(Map.of(partition, new CommitPoint(1)));

            assertThat(source.committed(Set.of(partition)).get(partition).nextOffset())
                    .isEqualTo(1);
        }
    }

    private static void produce(BrokerFixture app, String topic, String... values) {
        KafkaRecordSink sink = app.sink();
        for (String value : values) {
            BrokerFixture.send(sink, topic, 0, value);
        }
        sink.flush();
    }

    private static List<SourceBatch> pollUntilRecords(RecordSource source) {
        return await().until(() -> source.poll(100), batches -> !batches.isEmpty());
    }
}
