package dev.millrace.streams;

import static dev.millrace.streams.StreamsConfigTest.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings that each client gets. */
class ClientConfigsTest {
    private static final Map<String, Object> ANY_CONSUMER = Map.of(
            "bootstrap.servers", "broker:9092",
            "max.poll.records", "1000",
            "enable.auto.commit", "false",
            "allow.auto.create.topics", "false",
            "group.protocol", "classic");

    @Test
    void theMainConsumerJoinsTheGroupAndReadsFromTheStart() {
        Map<String, Object> main = config().getMainConsumerConfigs("group", "id", 3);

        assertThat(main)
                .containsAllEntriesOf(ANY_CONSUMER)
                .containsEntry("auto.offset.reset", "earliest")
                .containsEntry("group.id", "group")
                .containsEntry("application.id", "group")
                .containsEntry("client.id", "id")
                .containsEntry("partition.assignment.strategy", "dev.millrace.kafka.group.KafkaMembership")
                .containsEntry("num.standby.replicas", 0)
                .containsEntry("acceptable.recovery.lag", 10_000L)
                .containsEntry("replication.factor", -1)
                .containsEntry("upgrade.from", null)
                .doesNotContainKey("isolation.level");
        assertThat(main).hasSize(23);
    }

    @Test
    void theOtherConsumersHaveNoGroupAndNoticeGaps() {
        Map<String, Object> restore =
                config("group.id", "g", "group.instance.id", "i").getRestoreConsumerConfigs("id");
        Map<String, Object> global =
                config("restore.consumer.auto.offset.reset", "latest").getGlobalConsumerConfigs("id");

        assertThat(restore)
                .containsAllEntriesOf(ANY_CONSUMER)
                .containsEntry("auto.offset.reset", "none")
                .containsEntry("client.id", "id")
                .hasSize(7);
        assertThat(global)
                .containsAllEntriesOf(ANY_CONSUMER)
                .containsEntry("auto.offset.reset", "none")
                .containsEntry("client.id", "id-global-consumer");
    }

    @ParameterizedTest
    @CsvSource({
        "connections.max.idle.ms, 1",
        "metadata.max.age.ms, 2",
        "metadata.recovery.strategy, none",
        "metadata.recovery.rebootstrap.trigger.ms, 3",
        "metric.reporters, some.Reporter",
        "metrics.num.samples, 4",
        "metrics.recording.level, DEBUG",
        "metrics.sample.window.ms, 5",
        "receive.buffer.bytes, 6",
        "reconnect.backoff.ms, 7",
        "reconnect.backoff.max.ms, 8",
        "request.timeout.ms, 9",
        "retry.backoff.ms, 10",
        "security.protocol, SSL",
        "send.buffer.bytes, 11"
    })
    void aSettingOfAllClientsReachesEachOfThem(String name, String value) {
        StreamsConfig config = config(name, value);

        assertThat(config.getMainConsumerConfigs("group", "id", 1)).containsEntry(name, value);
        assertThat(config.getRestoreConsumerConfigs("id")).containsEntry(name, value);
        assertThat(config.getGlobalConsumerConfigs("id")).containsEntry(name, value);
        assertThat(config.getProducerConfigs("id")).containsEntry(name, value);
        assertThat(config.getAdminConfigs("id")).containsEntry(name, value);
    }

    @Test
    void theProducerLingersAndTheAdminClientPushesMetrics() {
        assertThat(config().getProducerConfigs("id"))
                .isEqualTo(Map.of("bootstrap.servers", "broker:9092", "client.id", "id", "linger.ms", "100"));
        assertThat(config().getAdminConfigs("id"))
                .isEqualTo(Map.of("bootstrap.servers", "broker:9092", "client.id", "id", "enable.metrics.push", true));
    }

    @Test
    void exactlyOnceReadsCommittedRecordsAndWritesTransactions() {
        StreamsConfig config = config("processing.guarantee", "exactly_once_v2");

        for (Map<String, Object> consumer : List.of(
                config.getMainConsumerConfigs("group", "id", 1),
                config.getRestoreConsumerConfigs("id"),
                config.getGlobalConsumerConfigs("id"))) {
            assertThat(consumer)
                    .containsEntry("isolation.level", "read_committed")
                    .containsEntry("internal.throw.on.fetch.stable.offset.unsupported", true);
        }
        assertThat(config.getProducerConfigs("id"))
                .containsEntry("enable.idempotence", true)
                .containsEntry("delivery.timeout.ms", Integer.MAX_VALUE)
                .containsEntry("transaction.timeout.ms", 10_000);
    }

    @Test
    void theLongerPrefixWins() {
        StreamsConfig config = config(
                "max.poll.records", 1,
                "fetch.min.bytes", 1,
                "fetch.max.bytes", 1,
                "consumer.fetch.min.bytes", 2,
                "consumer.fetch.max.bytes", 2,
                "main.consumer.fetch.max.bytes", 3,
                "restore.consumer.fetch.max.bytes", 4,
                "global.consumer.fetch.max.bytes", 5);

        assertThat(config.getMainConsumerConfigs("g", "id", 1))
                .containsEntry("max.poll.records", 1)
                .containsEntry("fetch.min.bytes", 2)
                .containsEntry("fetch.max.bytes", 3);
        assertThat(config.getRestoreConsumerConfigs("id")).containsEntry("fetch.max.bytes", 4);
        assertThat(config.getGlobalConsumerConfigs("id")).containsEntry("fetch.max.bytes", 5);
    }

    @Test
    void unknownSettingsReachTheClientsForTheirPlugins() {
        StreamsConfig config = config("custom", "y", "consumer.custom", "x", "admin.custom", "z");

        assertThat(config.getMainConsumerConfigs("g", "id", 1)).containsEntry("custom", "x");
        assertThat(config.getProducerConfigs("id")).containsEntry("custom", "y").doesNotContainKey("consumer.custom");
        assertThat(config.getAdminConfigs("id")).containsEntry("custom", "z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "consumer.", "main.consumer."})
    void whatCommittingNeedsIsNotForTheApplicationToChoose(String prefix) {
        StreamsConfig config = config(
                prefix + "enable.auto.commit", "true",
                prefix + "allow.auto.create.topics", true,
                prefix + "partition.assignment.strategy", "x.Y",
                prefix + "group.id", "other",
                prefix + "client.id", "other");

        assertThat(config.getMainConsumerConfigs("group", "id", 1))
                .containsAllEntriesOf(ANY_CONSUMER)
                .containsEntry("partition.assignment.strategy", "dev.millrace.kafka.group.KafkaMembership")
                .containsEntry("group.id", "group")
                .containsEntry("client.id", "id");
    }

    @Test
    void theApplicationsGroupProtocolIsNotTheConsumers() {
        assertThat(config("group.protocol", "streams").getMainConsumerConfigs("g", "id", 1))
                .containsEntry("group.protocol", "classic");
        assertThat(config("main.consumer.group.protocol", "consumer").getMainConsumerConfigs("g", "id", 1))
                .containsEntry("group.protocol", "classic");
    }

    @Test
    void whatTransactionsNeedIsNotForTheApplicationToChoose() {
        StreamsConfig config = config(
                "processing.guarantee", "exactly_once_v2",
                "consumer.isolation.level", "read_uncommitted",
                "producer.enable.idempotence", false,
                "producer.transactional.id", "t");

        assertThat(config.getMainConsumerConfigs("g", "id", 1)).containsEntry("isolation.level", "read_committed");
        assertThat(config.getProducerConfigs("id"))
                .containsEntry("enable.idempotence", true)
                .doesNotContainKey("transactional.id");
    }

    @Test
    void withoutTransactionsTheProducerIsTheApplications() {
        assertThat(config("producer.enable.idempotence", false, "producer.acks", "1")
                        .getProducerConfigs("id"))
                .containsEntry("enable.idempotence", false)
                .containsEntry("acks", "1");
    }

    @Test
    void moreRequestsInFlightThanTheBrokerRemembersAreRefused() {
        StreamsConfig config = config(
                "processing.guarantee", "exactly_once_v2", "producer.max.in.flight.requests.per.connection", "6");

        assertThatThrownBy(() -> config.getProducerConfigs("id"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("max.in.flight.requests.per.connection");
    }

    @Test
    void aBatchMustFitIntoASegment() {
        StreamsConfig config = config("topic.segment.bytes", "100", "producer.batch.size", 101);

        assertThatThrownBy(() -> config.getMainConsumerConfigs("g", "id", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("topic.segment.bytes");
    }

    @Test
    void aStaticMemberHasAnIdPerThread() {
        assertThat(config("group.instance.id", "i").getMainConsumerConfigs("g", "id", 3))
                .containsEntry("group.instance.id", "i-3");
        assertThat(config("group.instance.id", "i").getRestoreConsumerConfigs("id"))
                .doesNotContainKey("group.instance.id");
    }

    @Test
    void someClientsMayHaveBrokersOfTheirOwn() {
        StreamsConfig config = config(
                "main.consumer.bootstrap.servers",
                "m:1",
                "admin.bootstrap.servers",
                "a:1",
                "producer.bootstrap.servers",
                "p:1");

        assertThat(config.getMainConsumerConfigs("g", "id", 1)).containsEntry("bootstrap.servers", "m:1");
        assertThat(config.getAdminConfigs("id")).containsEntry("bootstrap.servers", "a:1");
        assertThat(config.getProducerConfigs("id")).containsEntry("bootstrap.servers", "broker:9092");
    }
}
