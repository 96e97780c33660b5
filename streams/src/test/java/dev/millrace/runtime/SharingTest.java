package dev.millrace.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.millrace.streams.CloseOptions;
import dev.millrace.streams.CloseOptions.GroupMembershipOperation;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KafkaStreams.State;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances of one application share its partitions, come, and go. */
class SharingTest extends OnBroker {
    private static final int PARTITIONS = 4;
    private static final int WORDS = 40;

    /** In one process instances may have one directory; each task of it belongs to one of them. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void nothingIsLostOrCountedTwiceWhenAnInstanceComesAndGoes(boolean oneDirectory) {
        String name = "shared-" + oneDirectory;
        createTopics(name);
        try (KafkaStreams first = instance(name, "first")) {
            first.start();
            awaitTasks(first, PARTITIONS);
            sendAll(name);
            cluster.awaitCounts(name + "-out", counts(1));

            KafkaStreams second = instance(name, oneDirectory ? "first" : "second");
            second.start();
            awaitTasks(first, PARTITIONS / 2);
            awaitTasks(second, PARTITIONS / 2);
            sendAll(name);
            cluster.awaitCounts(name + "-out", counts(2));

            assertThat(second.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)))
                    .isTrue();
            awaitTasks(first, PARTITIONS);
            sendAll(name);
            cluster.awaitCounts(name + "-out", counts(3));
        }
    }

    @ParameterizedTest
    @EnumSource(GroupMembershipOperation.class)
    void anInstanceStaysAMemberAfterItsEndUnlessItIsToldToLeave(GroupMembershipOperation operation)
            throws ExecutionException, InterruptedException {
        String name = "membership-" + operation.name().toLowerCase(Locale.ROOT);
        createTopics(name);
        try (KafkaStreams streams = instance(name, name)) {
            streams.start();
            awaitTasks(streams, PARTITIONS);
            assertThat(streams.close(CloseOptions.groupMembershipOperation(operation)))
                    .isTrue();
            assertThat(members(name)).isEqualTo(operation == GroupMembershipOperation.REMAIN_IN_GROUP ? 1 : 0);
        }
    }

    @Test
    void closingFromManyThreadsIsClosingOnce() {
        createTopics("crowd");
        try (KafkaStreams streams = instance("crowd", "crowd")) {
            streams.start();
            awaitTasks(streams, PARTITIONS);
            CompletableFuture<?>[] closers = new CompletableFuture<?>[4];
            for (int i = 0; i < closers.length; i++) {
                closers[i] = CompletableFuture.runAsync(() -> end(streams));
            }
            CompletableFuture.allOf(closers).join();
        }
    }

    private static void end(KafkaStreams streams) {
        streams.close();
        assertThat(streams.state()).isEqualTo(State.NOT_RUNNING);
    }

    private static int members(String group) throws ExecutionException, InterruptedException {
        return cluster.admin()
                .describeConsumerGroups(List.of(group))
                .describedGroups()
                .get(group)
                .get()
                .members()
                .size();
    }

    private KafkaStreams instance(String name, String stateDir) {
        return new KafkaStreams(
                WordCounts.topology(name + "-in", name + "-out"), cluster.settings(name, directory.resolve(stateDir)));
    }

    private static void createTopics(String name) {
        cluster.createTopic(name + "-in", PARTITIONS);
        cluster.createTopic(name + "-out", 1);
    }

    private static void awaitTasks(KafkaStreams streams, int count) {
        await("tasks")
                .atMost(Cluster.PATIENCE)
                .until(() -> streams.state() == State.RUNNING
                        && streams.metadataForLocalThreads().stream()
                                        .mapToInt(thread -> thread.activeTasks().size())
                                        .sum()
                                == count);
    }

    private static void sendAll(String name) {
        for (int i = 0; i < WORDS; i++) {
            cluster.sendTo(name + "-in", i % PARTITIONS, "k", "word" + i, i);
        }
    }

    private static Map<String, Long> counts(long each) {
        Map<String, Long> counts = new HashMap<>();
        for (int i = 0; i < WORDS; i++) {
            counts.put("word" + i, each);
        }
        return counts;
    }
}
