package dev.millrace.engine.worker;

import dev.millrace.engine.assign.GroupDivision;
import dev.millrace.engine.assign.GroupDivision.Joined;
import dev.millrace.engine.assign.GroupDivision.Portion;
import dev.millrace.engine.assign.MemberMessage;
import dev.millrace.engine.assign.PlaceableTask;
import dev.millrace.engine.assign.ShareMessage;
import dev.millrace.engine.assign.ShareMessage.Problem;
import dev.millrace.engine.assign.TaskCatalog;
import dev.millrace.engine.port.Membership;
import dev.millrace.streams.errors.MisconfiguredInternalTopicException;
import dev.millrace.streams.errors.MissingSourceTopicException;
import dev.millrace.streams.errors.TopologyException;
import dev.millrace.streams.processor.TaskId;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;

/**
 * A worker in the consumer group: says what it runs, divides the work if it leads, and passes the leader's message on.
 *
 * <p>A leader that cannot divide (a source topic is missing, an internal topic is wrong) tells all members why, so that every
 * instance fails with the same words instead of waiting for ever.
 */
final class GroupMember implements Membership {
    private final WorkerIdentity identity;
    private final Supplier<Set<TaskId>> running;
    private final Supplier<Map<TaskId, Long>> changelogOffsets;
    private final TaskCatalog catalog;
    private final TopicSetup topics;
    private final Consumer<ShareMessage> onMessage;
    private final Logger log;
    private boolean shutdownWanted;

    GroupMember(
            WorkerIdentity identity,
            Supplier<Set<TaskId>> running,
            Supplier<Map<TaskId, Long>> changelogOffsets,
            TaskCatalog catalog,
            TopicSetup topics,
            Consumer<ShareMessage> onMessage,
            Logger log) {
        this.identity = identity;
        this.running = running;
        this.changelogOffsets = changelogOffsets;
        this.catalog = catalog;
        this.topics = topics;
        this.onMessage = onMessage;
        this.log = log;
    }

    /** From the next rebalance on, asks for the end of the whole application. */
    void wantShutdown() {
        shutdownWanted = true;
    }

    boolean wantsShutdown() {
        return shutdownWanted;
    }

    @Override
    public ByteBuffer memberData() {
        return new MemberMessage(
                        identity.processId(),
                        shutdownWanted,
                        identity.endpoint(),
                        running.get(),
                        changelogOffsets.get())
                .toBytes();
    }

    @Override
    public Map<String, Share> divide(Map<String, Member> members, Map<String, Integer> partitionCounts) {
        Map<String, Share> shares = new HashMap<>();
        portions(members, partitionCounts)
                .forEach((memberId, portion) -> shares.put(
                        memberId,
                        new Share(portion.partitions(), portion.message().toBytes())));
        return shares;
    }

    private Map<String, Portion> portions(Map<String, Member> members, Map<String, Integer> partitionCounts) {
        try {
            Map<String, Joined> joined = read(members);
            if (joined.values().stream().anyMatch(each -> each.message().shutdown())) {
                return GroupDivision.problem(members.keySet(), Problem.SHUTDOWN, "A member asked for it");
            }
            List<PlaceableTask> tasks = catalog.tasks(topics.ensure(partitionCounts));
            return GroupDivision.of(tasks, joined);
        } catch (MissingSourceTopicException missing) {
            return problem(members, Problem.MISSING_SOURCE_TOPICS, missing.getMessage());
        } catch (MisconfiguredInternalTopicException wrong) {
            return problem(members, Problem.MISCONFIGURED_TOPIC, wrong.getMessage());
        } catch (TopologyException impossible) {
            return problem(members, Problem.IMPOSSIBLE_TOPOLOGY, withoutPrefix(impossible));
        } catch (RuntimeException failure) {
            log.error("Dividing the work among {} members failed", members.size(), failure);
            return problem(members, Problem.DIVISION_FAILED, failure.getMessage());
        }
    }

    private static Map<String, Portion> problem(Map<String, Member> members, Problem problem, @Nullable String detail) {
        return GroupDivision.problem(members.keySet(), problem, String.valueOf(detail));
    }

    /** Each member makes an exception of its own, which begins with the same words. */
    private static String withoutPrefix(TopologyException impossible) {
        return String.valueOf(impossible.getMessage()).replaceFirst("^Invalid topology: ", "");
    }

    private static Map<String, Joined> read(Map<String, Member> members) {
        Map<String, Joined> joined = new HashMap<>();
        members.forEach((memberId, member) -> joined.put(
                memberId, new Joined(MemberMessage.fromBytes(member.data()), new HashSet<>(member.owned()))));
        return joined;
    }

    @Override
    public void accepted(List<TopicPartition> partitions, ByteBuffer data) {
        onMessage.accept(ShareMessage.fromBytes(data));
    }
}
