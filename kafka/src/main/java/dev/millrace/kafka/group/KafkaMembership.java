package dev.millrace.kafka.group;

import dev.millrace.engine.port.Membership;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Configurable;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/**
 * The group protocol of the consumer, with the decisions left to the engine's {@link Membership}.
 *
 * <p>The consumer makes an instance itself, from the class name in its configuration, and hands it that configuration; in it
 * lies the {@link Door} through which it finds the membership.
 *
 * <p><b>Cooperative.</b> Members keep what they have while the group rebalances. So a partition that is to move must not be
 * given to its new owner before the old one has let go of it: it is withheld from the new owner; the old owner, whose share
 * no longer contains it, revokes it and joins again, and in that second rebalance nobody has it.
 */
public final class KafkaMembership implements ConsumerPartitionAssignor, Configurable {
    /** Where the {@link Door} lies in the consumer's configuration. */
    public static final String DOOR = "__millrace.membership__";

    private @Nullable Door door;

    /** Called by the consumer. */
    public KafkaMembership() {}

    @Override
    public void configure(Map<String, ?> configs) {
        if (!(configs.get(DOOR) instanceof Door found)) {
            throw new ConfigException("The consumer's assignment strategy " + KafkaMembership.class.getName()
                    + " finds no " + DOOR + " in the consumer's configuration: a KafkaClientSupplier must pass on all"
                    + " that it is given");
        }
        door = found;
    }

    @Override
    public String name() {
        return "millrace";
    }

    @Override
    public List<RebalanceProtocol> supportedProtocols() {
        return List.of(RebalanceProtocol.COOPERATIVE);
    }

    @Override
    public ByteBuffer subscriptionUserData(Set<String> topics) {
        return membership().memberData();
    }

    @Override
    public GroupAssignment assign(Cluster metadata, GroupSubscription group) {
        Map<String, Membership.Member> members = new HashMap<>();
        group.groupSubscription().forEach((id, subscription) -> members.put(id, member(subscription)));
        Map<String, Membership.Share> shares = membership().divide(members, partitionCounts(metadata, members));
        Map<String, Assignment> assignments = new HashMap<>();
        shares.forEach((id, share) -> assignments.put(id, new Assignment(free(id, share, members), share.data())));
        return new GroupAssignment(assignments);
    }

    private static Membership.Member member(Subscription subscription) {
        ByteBuffer data = Objects.requireNonNullElse(subscription.userData(), ByteBuffer.allocate(0));
        return new Membership.Member(
                Set.copyOf(subscription.topics()),
                subscription.ownedPartitions(),
                data,
                subscription.rackId().orElse(null));
    }

    private static Map<String, Integer> partitionCounts(Cluster metadata, Map<String, Membership.Member> members) {
        Set<String> topics = new HashSet<>();
        members.values().forEach(member -> topics.addAll(member.topics()));
        Map<String, Integer> counts = new HashMap<>();
        for (String topic : topics) {
            Integer partitions = metadata.partitionCountForTopic(topic);
            if (partitions != null) {
                counts.put(topic, partitions);
            }
        }
        return counts;
    }

    /** The partitions of a share that no other member still has. */
    private static List<TopicPartition> free(
            String id, Membership.Share share, Map<String, Membership.Member> members) {
        Set<TopicPartition> taken = new HashSet<>();
        members.forEach((other, member) -> {
            if (!other.equals(id)) {
                taken.addAll(member.owned());
            }
        });
        taken.removeAll(Objects.requireNonNull(members.get(id)).owned());
        List<TopicPartition> free = new ArrayList<>(share.partitions());
        free.removeAll(taken);
        return free;
    }

    @Override
    public void onAssignment(Assignment assignment, ConsumerGroupMetadata metadata) {
        ByteBuffer data = Objects.requireNonNullElse(assignment.userData(), ByteBuffer.allocate(0));
        membership().accepted(assignment.partitions(), data);
    }

    private Membership membership() {
        return Objects.requireNonNull(door).membership();
    }

    /** Connects the instance that the consumer makes with the membership that a record source is given later. */
    public static final class Door {
        private @Nullable Membership membership;

        /** Sets who is behind it. */
        public void open(Membership behind) {
            membership = behind;
        }

        Membership membership() {
            if (membership == null) {
                throw new IllegalStateException("The consumer joins its group before it was subscribed");
            }
            return membership;
        }
    }
}
