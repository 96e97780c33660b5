package dev.millrace.engine.assign;

import dev.millrace.streams.processor.TaskId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A member of the group that can be given tasks.
 *
 * @param memberId the group's name for it
 * @param processId its process, which several members (threads) may share, and with it the state on disk
 * @param running the tasks it runs now
 * @param changelogOffsets for each task whose state its process has on disk: how many changelog records are in it, summed
 *     over the stores. The highest is the most complete
 */
record Candidate(String memberId, UUID processId, Set<TaskId> running, Map<TaskId, Long> changelogOffsets) {

    Candidate {
        running = Set.copyOf(running);
        changelogOffsets = Map.copyOf(changelogOffsets);
    }
}
