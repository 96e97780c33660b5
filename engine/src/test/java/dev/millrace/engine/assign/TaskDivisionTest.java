package dev.millrace.engine.assign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.processor.TaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.UUID;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskDivisionTest {

    @Test
    void tasksAreSpreadEvenlyAndSubtopologiesToo() {
        Map<String, SortedSet<TaskId>> shares = TaskDivision.of(tasks(2, 4, false), List.of(fresh("a"), fresh("b")));

        assertThat(shares.get("a")).hasSize(4);
        assertThat(shares.get("b")).hasSize(4);
        assertThat(shares.get("a").stream().filter(task -> task.subtopology() == 0))
                .hasSize(2);
    }

    @Test
    void whoRunsATaskKeepsIt() {
        Candidate a = running("a", new TaskId(0, 0), new TaskId(0, 2));
        Candidate b = running("b", new TaskId(0, 1), new TaskId(0, 3));

        Map<String, SortedSet<TaskId>> shares = TaskDivision.of(tasks(1, 4, true), List.of(a, b));

        assertThat(shares.get("a"))
                .containsExactlyElementsOf(a.running().stream().sorted().toList());
        assertThat(shares.get("b"))
                .containsExactlyElementsOf(b.running().stream().sorted().toList());
    }

    @Test
    void aNewMemberTakesOnlyWhatEvennessDemands() {
        Candidate a = running("a", new TaskId(0, 0), new TaskId(0, 1), new TaskId(0, 2), new TaskId(0, 3));

        Map<String, SortedSet<TaskId>> shares = TaskDivision.of(tasks(1, 4, true), List.of(a, fresh("b")));

        assertThat(shares.get("a")).hasSize(2);
        assertThat(shares.get("b")).hasSize(2);
    }

    @Test
    void aNewMemberTakesOfEachSubtopology() {
        List<PlaceableTask> tasks = new ArrayList<>(tasks(1, 4, false));
        tasks(3, 4, true).stream().filter(task -> task.id().subtopology() > 0).forEach(tasks::add);
        Candidate a = running("a", tasks.stream().map(PlaceableTask::id).toList());

        TaskDivision.of(tasks, List.of(a, fresh("b"))).values().forEach(share -> {
            for (int subtopology = 0; subtopology < 3; subtopology++) {
                int wanted = subtopology;
                assertThat(share)
                        .filteredOn(task -> task.subtopology() == wanted)
                        .hasSize(2);
            }
        });
    }

    @Test
    void aTaskThatNobodyRunsGoesWhereItsStateIsMostComplete() {
        Candidate behind = withState("a", new TaskId(0, 0), 10);
        Candidate ahead = withState("b", new TaskId(0, 0), 90);

        assertThat(TaskDivision.of(tasks(1, 1, true), List.of(behind, ahead)).get("b"))
                .containsExactly(new TaskId(0, 0));
    }

    @Test
    void nobodyToGiveTasksToIsAnError() {
        assertThatThrownBy(() -> TaskDivision.of(tasks(1, 3, false), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3 tasks");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void anySequenceOfArrivalsAndDeparturesStaysCompleteEvenAndSticky(long seed) {
        Random random = new Random(seed);
        List<PlaceableTask> tasks = new ArrayList<>(tasks(3, 1 + random.nextInt(12), random.nextBoolean()));
        Map<String, SortedSet<TaskId>> before = Map.of();
        for (int round = 0; round < 20; round++) {
            List<Candidate> members = new ArrayList<>();
            int count = 1 + random.nextInt(6);
            for (int i = 0; i < count; i++) {
                String memberId = "m" + random.nextInt(10) + "-" + i;
                members.add(running(memberId, before.getOrDefault(memberId, Collections.emptySortedSet())));
            }
            Collections.shuffle(members, random);
            Collections.shuffle(tasks, random);

            Map<String, SortedSet<TaskId>> after = TaskDivision.of(tasks, members);

            assertComplete(after, tasks);
            assertEven(after);
            assertThat(TaskDivision.of(tasks, running(after))).isEqualTo(after);
            before = after;
        }
    }

    private static void assertComplete(Map<String, SortedSet<TaskId>> shares, List<PlaceableTask> tasks) {
        List<TaskId> given = shares.values().stream().flatMap(Set::stream).toList();
        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(
                        tasks.stream().map(PlaceableTask::id).toList());
    }

    private static void assertEven(Map<String, SortedSet<TaskId>> shares) {
        IntSummaryStatistics sizes =
                shares.values().stream().mapToInt(Set::size).summaryStatistics();
        assertThat(sizes.getMax() - sizes.getMin()).isLessThanOrEqualTo(1);
    }

    /** The members as they are once they run what they were given. */
    private static List<Candidate> running(Map<String, SortedSet<TaskId>> shares) {
        return shares.entrySet().stream()
                .map(share -> running(share.getKey(), share.getValue()))
                .toList();
    }

    private static Collection<PlaceableTask> tasks(int subtopologies, int partitions, boolean stateful) {
        List<PlaceableTask> tasks = new ArrayList<>();
        for (int s = 0; s < subtopologies; s++) {
            for (int p = 0; p < partitions; p++) {
                tasks.add(new PlaceableTask(new TaskId(s, p), Set.of(new TopicPartition("t" + s, p)), stateful));
            }
        }
        return tasks;
    }

    private static Candidate fresh(String memberId) {
        return running(memberId);
    }

    private static Candidate running(String memberId, TaskId... tasks) {
        return running(memberId, List.of(tasks));
    }

    private static Candidate running(String memberId, Collection<TaskId> tasks) {
        return new Candidate(memberId, new UUID(0, memberId.hashCode()), new HashSet<>(tasks), Map.of());
    }

    private static Candidate withState(String memberId, TaskId task, long offset) {
        return new Candidate(memberId, new UUID(0, memberId.hashCode()), Set.of(), new HashMap<>(Map.of(task, offset)));
    }
}
