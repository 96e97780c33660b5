package dev.millrace.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.embedded.EmbeddedKafka;
import dev.millrace.engine.port.ChangelogSource;
import dev.millrace.engine.port.CommitPoint;
import dev.millrace.engine.port.RecordSource;
import dev.millrace.engine.port.Transaction;
import dev.millrace.streams.errors.TaskMigratedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Transactions of a real broker: seen whole or not at all, and fenced. */
@ExtendWith(SharedBroker.class)
class TransactionsOnBrokerTest {

    @Test
    void onlyCommittedRecordsAreRestored(EmbeddedKafka kafka) {
        TopicPartition changelog = new TopicPartition("tx-read-t", 0);
        try (BrokerFixture app = BrokerFixture.exactlyOnce(kafka, "tx-read")) {
            app.createTopic("tx-read-t", 1);
            KafkaRecordSink sink = app.sink();
            Transaction transaction = app.transaction(sink);
            transaction.initialise();
            transaction.begin();
            BrokerFixture.send(sink, "tx-read-t", 0, "committed");
            transaction.commit();
            transaction.begin();
            BrokerFixture.send(sink, "tx-read-t", 0, "aborted");
            sink.flush();
            transaction.abort();

            ChangelogSource changelogs = app.changelogs();
            changelogs.add(changelog, null);
            await().until(() -> changelogs.endOffsets(Set.of(changelog)).containsKey(changelog));
            long end = changelogs.endOffsets(Set.of(changelog)).get(changelog);
            List<String> seen = new ArrayList<>();
            await().until(() -> {
                seen.addAll(BrokerFixture.values(changelogs.poll(100)));
                return changelogs.position(changelog) >= end;
            });

            assertThat(seen).containsExactly("committed");
            assertThat(end).as("two records and two markers").isEqualTo(4);
        }
    }

    @Test
    void theEndOfAChangelogIsUnknownWhileATransactionIsOpen(EmbeddedKafka kafka) {
        TopicPartition changelog = new TopicPartition("tx-open-t", 0);
        try (BrokerFixture app = BrokerFixture.exactlyOnce(kafka, "tx-open")) {
            app.createTopic("tx-open-t", 1);
            KafkaRecordSink sink = app.sink();
            Transaction transaction = app.transaction(sink);
            transaction.initialise();
            transaction.begin();
            BrokerFixture.send(sink, "tx-open-t", 0, "undecided");
            sink.flush();
            ChangelogSource changelogs = app.changelogs();

            assertThat(app.admin.endOffsets(Set.of(changelog), IsolationLevel.READ_UNCOMMITTED))
                    .isEqualTo(Map.of(changelog, 1L));
            assertThat(changelogs.endOffsets(Set.of(changelog))).isEmpty();

            transaction.commit();
            await().untilAsserted(() ->
                    assertThat(changelogs.endOffsets(Set.of(changelog))).isEqualTo(Map.of(changelog, 2L)));
        }
    }

    @Test
    void aRestartedWorkerFencesItsPast(EmbeddedKafka kafka) {
        TopicPartition topic = new TopicPartition("tx-fence-t", 0);
        try (BrokerFixture app = BrokerFixture.exactlyOnce(kafka, "tx-fence")) {
            app.createTopic("tx-fence-t", 1);
            KafkaRecordSink pastSink = app.sink();
            Transaction past = app.transaction(pastSink);
            past.initialise();
            past.begin();
            BrokerFixture.send(pastSink, "tx-fence-t", 0, "past");
            pastSink.flush();

            KafkaRecordSink sink = app.sink();
            Transaction present = app.transaction(sink);
            present.initialise();

            assertThatThrownBy(past::commit).isInstanceOf(TaskMigratedException.class);
            ChangelogSource changelogs = app.changelogs();
            await().untilAsserted(() ->
                    assertThat(changelogs.endOffsets(Set.of(topic))).isEqualTo(Map.of(topic, 2L)));
            changelogs.add(topic, null);
            assertThat(BrokerFixture.values(changelogs.poll(200))).isEmpty();

            past.initialise();
            past.begin();
            BrokerFixture.send(pastSink, "tx-fence-t", 0, "again");
            past.commit();
            assertThat(await().until(() -> BrokerFixture.values(changelogs.poll(100)), values -> !values.isEmpty()))
                    .containsExactly("again");
        }
    }

    @Test
    void inputOffsetsAreCommittedWithTheTransaction(EmbeddedKafka kafka) {
        TopicPartition input = new TopicPartition("tx-offsets-t", 0);
        try (BrokerFixture app = BrokerFixture.exactlyOnce(kafka, "tx-offsets")) {
            app.createTopic("tx-offsets-t", 1);
            Partitions partitions = new Partitions();
            RecordSource source = app.source(1, Map.of());
            source.subscribe(Set.of("tx-offsets-t"), partitions, new EvenMembership());
            await().until(() -> {
                source.poll(50);
                return partitions.held.contains(input);
            });
            Transaction transaction = app.transaction(app.sink());
            transaction.initialise();
            assertThat(app.admin.committedOffsets(Set.of(input))).isEmpty();

            transaction.begin();
            transaction.sendOffsets(Map.of(input, new CommitPoint(3, "note")), source.groupToken());
            transaction.commit();
            // A group coordinator may answer from the moment before, for an instant, when the transaction is already
            // over.
            await().untilAsserted(() ->
                    assertThat(source.committed(Set.of(input))).isEqualTo(Map.of(input, new CommitPoint(3, "note"))));
            assertThat(app.admin.committedOffsets(Set.of(input))).isEqualTo(Map.of(input, 3L));

            transaction.begin();
            transaction.sendOffsets(Map.of(input, new CommitPoint(9)), source.groupToken());
            transaction.abort();
            assertThat(source.committed(Set.of(input)).get(input).nextOffset()).isEqualTo(3);
        }
    }
}
