package dev.millrace.engine.assign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.processor.TaskId;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class GroupDivisionTest {
    private static final TopicPartition P0 = new TopicPartition("t", 0);
    private static final TopicPartition P1 = new TopicPartition("t", 1);
    private static final List<PlaceableTask> TASKS = List.of(
            new PlaceableTask(new TaskId(0, 0), Set.of(P0), true),
            new PlaceableTask(new TaskId(0, 1), Set.of(P1), true));

    @Test
    void aPartitionThatSomeoneStillHasIsInNoShareUntilItIsGivenUp() {
        GroupDivision.Joined owner = joined(1, Set.of(new TaskId(0, 0), new TaskId(0, 1)), Set.of(P0, P1));
        GroupDivision.Joined newcomer = joined(2, Set.of(), Set.of());

        Map<String, GroupDivision.Portion> first = GroupDivision.of(TASKS, Map.of("a", owner, "b", newcomer));

        assertThat(first.get("a").partitions()).containsExactly(P0);
        assertThat(first.get("b").partitions()).isEmpty();

        GroupDivision.Joined letGo = joined(1, Set.of(new TaskId(0, 0)), Set.of(P0));
        Map<String, GroupDivision.Portion> second = GroupDivision.of(TASKS, Map.of("a", letGo, "b", newcomer));

        assertThat(second.get("a").partitions()).containsExactly(P0);
        assertThat(second.get("b").partitions()).containsExactly(P1);
    }

    @Test
    void everyMemberIsToldWhoRunsWhat() {
        Map<String, GroupDivision.Portion> portions =
                GroupDivision.of(TASKS, Map.of("a", joined(1, Set.of(), Set.of()), "b", joined(2, Set.of(), Set.of())));

        ShareMessage message =
                ShareMessage.fromBytes(portions.get("a").message().toBytes());

        assertThat(message).isEqualTo(portions.get("b").message());
        assertThat(message.processes())
                .containsExactlyInAnyOrder(
                        new ShareMessage.GroupProcess(new UUID(0, 1), "host:1", Set.of(new TaskId(0, 0)), Set.of(P0)),
                        new ShareMessage.GroupProcess(new UUID(0, 2), "host:2", Set.of(new TaskId(0, 1)), Set.of(P1)));
    }

    @Test
    void badNewsReachesAll() {
        Map<String, GroupDivision.Portion> portions = GroupDivision.problem(
                Set.of("a", "b"), ShareMessage.Problem.MISSING_SOURCE_TOPICS, "topic flights does not exist");

        assertThat(portions.keySet()).containsExactlyInAnyOrder("a", "b");
        ShareMessage message =
                ShareMessage.fromBytes(portions.get("b").message().toBytes());
        assertThat(message.problem()).isEqualTo(ShareMessage.Problem.MISSING_SOURCE_TOPICS);
        assertThat(message.detail()).isEqualTo("topic flights does not exist");
    }

    @Test
    void aMemberMessageSurvivesTheWire() {
        MemberMessage message = new MemberMessage(
                new UUID(7, 9),
                true,
                "höst:8080",
                Set.of(new TaskId(0, 1), new TaskId(3, 4)),
                Map.of(new TaskId(3, 4), 99L));

        assertThat(MemberMessage.fromBytes(message.toBytes())).isEqualTo(message);
    }

    @Test
    void aStrangersMessageIsRefusedWithTheLikelyCause() {
        assertThatThrownBy(() -> MemberMessage.fromBytes(ByteBuffer.wrap(new byte[] {0, 0})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("application.id");
        assertThatThrownBy(() -> MemberMessage.fromBytes(ByteBuffer.wrap(new byte[] {0, 0, 0, 99})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("version 99");
    }

    private static GroupDivision.Joined joined(long process, Set<TaskId> running, Set<TopicPartition> owned) {
        return new GroupDivision.Joined(
                new MemberMessage(new UUID(0, process), false, "host:" + process, running, Map.of()), owned);
    }
}
