package dev.millrace.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.StreamsBuilder;
import dev.millrace.streams.Topology;
import dev.millrace.streams.errors.StreamsNotStartedException;
import dev.millrace.streams.errors.StreamsStoppedException;
import dev.millrace.streams.errors.UnknownStateStoreException;
import dev.millrace.streams.kstream.Materialized;
import dev.millrace.streams.query.FailureReason;
import dev.millrace.streams.query.KeyQuery;
import dev.millrace.streams.query.Position;
import dev.millrace.streams.query.PositionBound;
import dev.millrace.streams.query.QueryResult;
import dev.millrace.streams.query.RangeQuery;
import dev.millrace.streams.query.StateQueryRequest;
import dev.millrace.streams.query.StateQueryResult;
import dev.millrace.streams.state.KeyValueIterator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code KafkaStreams.query} answers, partition by partition, and that positions outlive the process. */
class StateQueryTest {
    private static final StateQueryRequest<Long> TOTAL_OF_A =
            StateQueryRequest.inStore("totals").withQuery(KeyQuery.withKey("a"));

    @TempDir
    static Path directory;

    static Cluster cluster;
    static KafkaStreams streams;

    @BeforeAll
    static void start() {
        cluster = new Cluster(directory.resolve("kafka"));
        cluster.createTopic("in", 2);
        cluster.createTopic("reference-data", 2);
        streams = startedOn("state");
        cluster.sendTo("reference-data", 0, "g", "global", 1_000);
        cluster.sendTo("in", 0, "a", "x", 1_000);
        cluster.sendTo("in", 0, "a", "x", 2_000);
        cluster.sendTo("in", 1, "b", "x", 3_000);
        await().atMost(Cluster.PATIENCE).until(() -> streams.state() == State.RUNNING);
        awaitPosition(
                streams, Position.emptyPosition().withComponent("in", 0, 1).withComponent("in", 1, 0));
    }

    private static KafkaStreams startedOn(String stateDir) {
        KafkaStreams client =
                new KafkaStreams(topology(), cluster.settings("state-queries", directory.resolve(stateDir)));
        client.start();
        return client;
    }

    private static Topology topology() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.<String, String>stream("in").groupByKey().count(Materialized.as("totals"));
        builder.globalTable("reference-data", Materialized.as("globals"));
        return builder.build();
    }

    private static void awaitPosition(KafkaStreams client, Position position) {
        await().atMost(Cluster.PATIENCE)
                .untilAsserted(
                        () -> assertThat(client.query(TOTAL_OF_A).getPosition()).isEqualTo(position));
    }

    @AfterAll
    static void stop() {
        streams.close();
        cluster.close();
    }

    @Test
    void everyPartitionAnswersForItself() {
        StateQueryResult<Long> answers = streams.query(TOTAL_OF_A.requireActive());

        assertThat(answers.getPartitionResults()).containsOnlyKeys(0, 1);
        assertThat(answers.getPartitionResults().get(1).getResult()).isNull();
        QueryResult<Long> only = answers.getOnlyPartitionResult();
        assertThat(only.getResult()).isEqualTo(2);
        assertThat(only.getPosition()).isEqualTo(Position.emptyPosition().withComponent("in", 0, 1));
        assertThat(only.getExecutionInfo()).isEmpty();
        assertThat(answers.getGlobalResult()).isNull();
    }

    @Test
    void aPartitionThatIsNotHereSaysSo() {
        StateQueryResult<Long> answers = streams.query(TOTAL_OF_A.withPartitions(Set.of(1, 7)));

        assertThat(answers.getPartitionResults()).containsOnlyKeys(1, 7);
        assertThat(answers.getPartitionResults().get(7).getFailureReason()).isEqualTo(FailureReason.NOT_PRESENT);
        assertThat(answers.getPartitionResults().get(7).getFailureMessage()).contains("Partition 7", "totals");
    }

    @Test
    void aStoreThatHasNotComeAsFarAsIsAskedSaysSo() {
        Position ahead = Position.emptyPosition().withComponent("in", 0, 5).withComponent("in", 1, 0);
        StateQueryResult<Long> answers = streams.query(TOTAL_OF_A.withPositionBound(PositionBound.at(ahead)));

        assertThat(answers.getPartitionResults().get(0).getFailureReason()).isEqualTo(FailureReason.NOT_UP_TO_BOUND);
        assertThat(answers.getPartitionResults().get(1).isSuccess()).isTrue();
    }

    @Test
    void aRangeIsAnsweredByEachPartition() {
        StateQueryResult<KeyValueIterator<String, Long>> answers = streams.query(StateQueryRequest.inStore("totals")
                .withQuery(RangeQuery.<String, Long>withNoBounds())
                .enableExecutionInfo());

        assertThat(entries(answers.getPartitionResults().get(0))).containsExactly("a=2");
        assertThat(entries(answers.getPartitionResults().get(1))).containsExactly("b=1");
        assertThat(answers.getPartitionResults().get(0).getExecutionInfo()).hasSize(1);
    }

    private static List<String> entries(QueryResult<KeyValueIterator<String, Long>> answer) {
        List<String> entries = new ArrayList<>();
        try (KeyValueIterator<String, Long> iterator = answer.getResult()) {
            iterator.forEachRemaining(entry -> entries.add(entry.key + "=" + entry.value));
        }
        return entries;
    }

    @Test
    void aGlobalStoreAnswersOnce() {
        await().atMost(Cluster.PATIENCE).untilAsserted(() -> {
            StateQueryResult<String> answers = streams.query(
                    StateQueryRequest.inStore("globals").withQuery(KeyQuery.<String, String>withKey("g")));
            assertThat(answers.getGlobalResult().getResult()).isEqualTo("global");
            assertThat(answers.getPosition()).isEqualTo(Position.emptyPosition().withComponent("reference-data", 0, 0));
            assertThat(answers.getPartitionResults()).isEmpty();
        });
    }

    @Test
    void whoAsksForTooMuchIsRefused() {
        StateQueryRequest<Long> nowhere = StateQueryRequest.inStore("nothing").withQuery(KeyQuery.withKey("a"));
        assertThatThrownBy(() -> streams.query(nowhere))
                .isInstanceOf(UnknownStateStoreException.class)
                .hasMessageContaining("nothing");
        KafkaStreams other = new KafkaStreams(topology(), cluster.settings("other", directory.resolve("other")));
        assertThatThrownBy(() -> other.query(nowhere)).isInstanceOf(UnknownStateStoreException.class);
        assertThatThrownBy(() -> other.query(TOTAL_OF_A)).isInstanceOf(StreamsNotStartedException.class);
        other.close();
        assertThatThrownBy(() -> other.query(TOTAL_OF_A)).isInstanceOf(StreamsStoppedException.class);
    }

    @Test
    void positionsAreThereAgainAfterARestart() {
        Position before = streams.query(TOTAL_OF_A).getPosition();
        Cluster.leave(streams);
        streams = startedOn("state");

        awaitPosition(streams, before);
        StateQueryResult<Long> answers = streams.query(
                TOTAL_OF_A.withPositionBound(PositionBound.at(before)).requireActive());
        assertThat(answers.getOnlyPartitionResult().getResult()).isEqualTo(2);
    }
}
