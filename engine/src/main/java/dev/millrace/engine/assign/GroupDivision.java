package dev.millrace.engine.assign;

import dev.millrace.streams.processor.TaskId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * What each member of a group gets: the tasks that {@link TaskDivision} gives it, less those that someone else still has.
 *
 * <p>A task moves in two rebalances, so that nobody stops working for the others' sake: in the first its owner is no longer
 * given its partitions and, having committed, lets go of them; that asks for the second, in which its new owner gets them.
 * Until then its partitions are in no share, though the message to all says already where it will run.
 */
public final class GroupDivision {

    /**
     * A member as it joined.
     *
     * @param owned the partitions it has at this moment
     */
    public record Joined(MemberMessage message, Set<TopicPartition> owned) {
        public Joined {
            owned = Set.copyOf(owned);
        }
    }

    /** What a member gets. */
    public record Portion(List<TopicPartition> partitions, ShareMessage message) {}

    private GroupDivision() {}

    /** Divides {@code tasks} among {@code members}, both of which are not empty. */
    public static Map<String, Portion> of(Collection<PlaceableTask> tasks, Map<String, Joined> members) {
        Map<TaskId, PlaceableTask> tasksById = new TreeMap<>();
        tasks.forEach(task -> tasksById.put(task.id(), task));
        Map<String, SortedSet<TaskId>> division = TaskDivision.of(tasks, candidates(members));
        Map<TopicPartition, String> owners = owners(members);
        ShareMessage message = new ShareMessage(ShareMessage.Problem.NONE, "", processes(members, division, tasksById));

        Map<String, Portion> portions = new HashMap<>();
        division.forEach((memberId, share) -> {
            List<TopicPartition> partitions = share.stream()
                    .map(tasksById::get)
                    .filter(task -> isFree(task, memberId, owners))
                    .flatMap(task -> task.inputs().stream().sorted(BY_NAME))
                    .toList();
            portions.put(memberId, new Portion(partitions, message));
        });
        return portions;
    }

    /** The same bad news for all. */
    public static Map<String, Portion> problem(Set<String> memberIds, ShareMessage.Problem problem, String detail) {
        Portion nothing = new Portion(List.of(), new ShareMessage(problem, detail, List.of()));
        return memberIds.stream().collect(Collectors.toMap(memberId -> memberId, memberId -> nothing));
    }

    private static final Comparator<TopicPartition> BY_NAME =
            Comparator.comparing(TopicPartition::topic).thenComparing(TopicPartition::partition);

    private static List<Candidate> candidates(Map<String, Joined> members) {
        List<Candidate> candidates = new ArrayList<>();
        members.forEach((memberId, joined) -> candidates.add(new Candidate(
                memberId,
                joined.message().processId(),
                joined.message().running(),
                joined.message().changelogOffsets())));
        return candidates;
    }

    private static Map<TopicPartition, String> owners(Map<String, Joined> members) {
        Map<TopicPartition, String> owners = new HashMap<>();
        members.forEach((memberId, joined) -> joined.owned().forEach(partition -> owners.put(partition, memberId)));
        return owners;
    }

    private static boolean isFree(PlaceableTask task, String memberId, Map<TopicPartition, String> owners) {
        return task.inputs().stream()
                .allMatch(input -> owners.getOrDefault(input, memberId).equals(memberId));
    }

    private static List<ShareMessage.GroupProcess> processes(
            Map<String, Joined> members,
            Map<String, SortedSet<TaskId>> division,
            Map<TaskId, PlaceableTask> tasksById) {
        Map<UUID, Set<TaskId>> tasks = new TreeMap<>();
        Map<UUID, String> endpoints = new HashMap<>();
        members.forEach((memberId, joined) -> {
            UUID processId = joined.message().processId();
            endpoints.put(processId, joined.message().endpoint());
            tasks.computeIfAbsent(processId, id -> new HashSet<>())
                    .addAll(division.getOrDefault(memberId, new TreeSet<>()));
        });
        List<ShareMessage.GroupProcess> processes = new ArrayList<>();
        tasks.forEach((processId, share) -> processes.add(new ShareMessage.GroupProcess(
                processId, endpoints.getOrDefault(processId, ""), share, inputsOf(share, tasksById))));
        return processes;
    }

    private static Set<TopicPartition> inputsOf(Set<TaskId> tasks, Map<TaskId, PlaceableTask> tasksById) {
        Set<TopicPartition> inputs = new HashSet<>();
        tasks.forEach(id -> {
            PlaceableTask task = tasksById.get(id);
            if (task != null) {
                inputs.addAll(task.inputs());
            }
        });
        return inputs;
    }
}
