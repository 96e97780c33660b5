package dev.millrace.streams.processor.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.streams.errors.TaskAssignmentException;
import dev.millrace.streams.processor.TaskId;
import dev.millrace.streams.processor.assignment.KafkaStreamsAssignment.AssignedTask;
import dev.millrace.streams.processor.assignment.TaskAssignor.AssignmentError;
import dev.millrace.streams.processor.assignment.assignors.StickyTaskAssignor;
import dev.millrace.streams.state.HostInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

class TaskAssignmentUtilsTest {
    private static final ProcessId ONE = new ProcessId(new UUID(0, 1));
    private static final ProcessId TWO = new ProcessId(new UUID(0, 2));
    private static final TaskId STATEFUL = new TaskId(0, 0);
    private static final TaskId STATELESS = new TaskId(1, 0);

    private final Application application = new Application();

    private static KafkaStreamsAssignment active(ProcessId process, TaskId... tasks) {
        KafkaStreamsAssignment assignment = KafkaStreamsAssignment.of(process, Set.of());
        for (TaskId task : tasks) {
            assignment.assignTask(new AssignedTask(task, AssignedTask.Type.ACTIVE));
        }
        return assignment;
    }

    private AssignmentError check(KafkaStreamsAssignment... assignments) {
        return TaskAssignmentUtils.validateTaskAssignment(
                application, new TaskAssignor.TaskAssignment(List.of(assignments)));
    }

    @Test
    void anAssignmentNamesEveryProcessAndNoTaskTwice() {
        assertThat(check(active(ONE, STATEFUL), active(TWO, STATELESS))).isEqualTo(AssignmentError.NONE);
        assertThat(check(active(ONE, STATEFUL, STATELESS))).isEqualTo(AssignmentError.MISSING_PROCESS_ID);
        assertThat(check(active(ONE, STATEFUL), active(TWO, STATEFUL)))
                .isEqualTo(AssignmentError.ACTIVE_TASK_ASSIGNED_MULTIPLE_TIMES);
        assertThat(check(active(ONE, new TaskId(7, 7)), active(TWO))).isEqualTo(AssignmentError.UNKNOWN_TASK_ID);
        assertThat(check(active(ProcessId.randomProcessId()))).isEqualTo(AssignmentError.UNKNOWN_PROCESS_ID);
    }

    @Test
    void onlyStateHasStandbys() {
        KafkaStreamsAssignment standby = active(TWO);
        standby.assignTask(new AssignedTask(STATEFUL, AssignedTask.Type.STANDBY));
        assertThat(check(active(ONE, STATEFUL, STATELESS), standby)).isEqualTo(AssignmentError.NONE);
        standby.assignTask(new AssignedTask(STATELESS, AssignedTask.Type.STANDBY));
        assertThat(check(active(ONE, STATEFUL, STATELESS), standby)).isEqualTo(AssignmentError.INVALID_STANDBY_TASK);
    }

    @Test
    void everyProcessKeepsWhatItHad() {
        application.states.get(ONE).active.add(STATEFUL);
        application.states.get(TWO).standby.add(STATEFUL);
        Map<ProcessId, KafkaStreamsAssignment> kept = TaskAssignmentUtils.identityAssignment(application);
        assertThat(kept.get(ONE).tasks().get(STATEFUL).type()).isEqualTo(AssignedTask.Type.ACTIVE);
        assertThat(kept.get(TWO).tasks().get(STATEFUL).type()).isEqualTo(AssignedTask.Type.STANDBY);
    }

    @Test
    void aTaskHasOneKind() {
        Set<AssignedTask> both = Set.of(
                new AssignedTask(STATEFUL, AssignedTask.Type.ACTIVE),
                new AssignedTask(STATEFUL, AssignedTask.Type.STANDBY));
        assertThatThrownBy(() -> KafkaStreamsAssignment.of(ONE, both)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void settingsFollowTheRulesOfTheConfiguration() {
        assertThat(new AssignmentConfigs(1L, 2, 0, 60_000L, List.of()).rackAwareAssignmentStrategy())
                .isEqualTo("none");
        assertThatThrownBy(() -> new AssignmentConfigs(-1L, 2, 0, 60_000L, List.of()))
                .isInstanceOf(ConfigException.class);
        assertThatThrownBy(() -> new AssignmentConfigs(1L, 2, 0, 4L, List.of())).isInstanceOf(ConfigException.class);
    }

    @Test
    void nothingMovesUnlessCostsAndRacksAreKnown() {
        Map<ProcessId, KafkaStreamsAssignment> assignments = new HashMap<>(Map.of(ONE, active(ONE, STATEFUL)));
        TaskAssignmentUtils.optimizeRackAwareActiveTasks(
                TaskAssignmentUtils.RackAwareOptimizationParams.of(application)
                        .withTrafficCostOverride(10)
                        .withNonOverlapCostOverride(1),
                assignments);
        assertThat(assignments.get(ONE).tasks()).containsOnlyKeys(STATEFUL);
    }

    @Test
    void anApplicationWithoutThreadsCannotBeAssigned() {
        application.states.clear();
        assertThatThrownBy(() -> new StickyTaskAssignor().assign(application))
                .isInstanceOf(TaskAssignmentException.class)
                .hasMessageContaining("no stream thread");
    }

    @Test
    void aTaskWithStateStaysAndTheOtherMakesRoom() {
        application.states.get(ONE).active.addAll(Set.of(STATEFUL, STATELESS));
        application.states.get(TWO).standby.add(STATEFUL);
        Map<ProcessId, Set<TaskId>> placed = new HashMap<>();
        new StickyTaskAssignor()
                .assign(application)
                .assignment()
                .forEach(each -> placed.put(each.processId(), each.tasks().keySet()));
        assertThat(placed).isEqualTo(Map.of(ONE, Set.of(STATEFUL), TWO, Set.of(STATELESS)));
    }

    private static final class Application implements ApplicationState {
        private final Map<ProcessId, Client> states = new HashMap<>(Map.of(ONE, new Client(ONE), TWO, new Client(TWO)));

        @Override
        public Map<ProcessId, KafkaStreamsState> kafkaStreamsStates(boolean computeTaskLags) {
            return new HashMap<>(states);
        }

        @Override
        public AssignmentConfigs assignmentConfigs() {
            return new AssignmentConfigs(1L, 2, 0, 60_000L, List.of());
        }

        @Override
        public Map<TaskId, TaskInfo> allTasks() {
            return Map.of(STATEFUL, new Task(STATEFUL, true), STATELESS, new Task(STATELESS, false));
        }
    }

    private record Task(TaskId id, boolean isStateful) implements TaskInfo {
        @Override
        public Set<String> stateStoreNames() {
            return Set.of();
        }

        @Override
        public Set<TaskTopicPartition> topicPartitions() {
            return Set.of();
        }
    }

    private static final class Client implements KafkaStreamsState {
        private final ProcessId id;
        private final SortedSet<TaskId> active = new TreeSet<>();
        private final SortedSet<TaskId> standby = new TreeSet<>();

        Client(ProcessId id) {
            this.id = id;
        }

        @Override
        public ProcessId processId() {
            return id;
        }

        @Override
        public int numProcessingThreads() {
            return 1;
        }

        @Override
        public SortedSet<String> consumerClientIds() {
            return new TreeSet<>();
        }

        @Override
        public SortedSet<TaskId> previousActiveTasks() {
            return active;
        }

        @Override
        public SortedSet<TaskId> previousStandbyTasks() {
            return standby;
        }

        @Override
        public long lagFor(TaskId task) {
            return 0;
        }

        @Override
        public SortedSet<TaskId> prevTasksByLag(String consumerClientId) {
            return new TreeSet<>();
        }

        @Override
        public Map<TaskId, Long> statefulTasksToLagSums() {
            return Map.of();
        }

        @Override
        public Optional<HostInfo> hostInfo() {
            return Optional.empty();
        }

        @Override
        public Map<String, String> clientTags() {
            return Map.of();
        }

        @Override
        public Optional<String> rackId() {
            return Optional.empty();
        }
    }
}
