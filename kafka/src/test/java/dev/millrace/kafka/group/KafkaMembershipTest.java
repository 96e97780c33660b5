package dev.millrace.kafka.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.millrace.engine.port.Membership;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.Assignment;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.GroupSubscription;
import org.apache.kafka.clients.consumer.ConsumerPartitionAssignor.Subscription;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

/** The consumer's side of dividing work. */
class KafkaMembershipTest {
    private static final TopicPartition A0 = new TopicPartition("a", 0);
    private static final TopicPartition A1 = new TopicPartition("a", 1);

    private final Map<String, Membership.Share> division = new HashMap<>();
    private final FixedMembership membership = new FixedMembership();
    private final KafkaMembership assignor = new KafkaMembership();

    KafkaMembershipTest() {
        KafkaMembership.Door door = new KafkaMembership.Door();
        door.open(membership);
        assignor.configure(Map.of(KafkaMembership.DOOR, door));
    }

    @Test
    void theLeaderSeesMembersAndTopicsAndEachMemberGetsItsShare() {
        division.put("m1", share("x", A0));
        division.put("m2", share("y", A1));

        Map<String, Assignment> given = assign(Map.of("m1", subscription("one"), "m2", subscription("two")));

        assertThat(membership.members.keySet()).containsExactlyInAnyOrder("m1", "m2");
        assertThat(text(membership.members.get("m2").data())).isEqualTo("two");
        assertThat(membership.members.get("m1").topics()).containsExactlyInAnyOrder("a", "missing");
        assertThat(membership.partitionCounts).isEqualTo(Map.of("a", 2));
        assertThat(given.get("m1").partitions()).containsExactly(A0);
        assertThat(text(given.get("m2").userData())).isEqualTo("y");
    }

    @Test
    void aPartitionIsWithheldUntilItsOwnerHasLetGoOfIt() {
        division.put("old", share("", A0));
        division.put("new", share("", A1));

        Map<String, Assignment> first = assign(Map.of("old", subscription("", A0, A1), "new", subscription("")));
        Map<String, Assignment> second = assign(Map.of("old", subscription("", A0), "new", subscription("")));

        assertThat(first.get("old").partitions()).containsExactly(A0);
        assertThat(first.get("new").partitions()).isEmpty();
        assertThat(second.get("new").partitions()).containsExactly(A1);
    }

    @Test
    void whatTwoMembersClaimIsKeptByTheOneItIsGivenTo() {
        division.put("m1", share("", A0));
        division.put("m2", share(""));

        Map<String, Assignment> given = assign(Map.of("m1", subscription("", A0), "m2", subscription("", A0)));

        assertThat(given.get("m1").partitions()).containsExactly(A0);
        assertThat(given.get("m2").partitions()).isEmpty();
    }

    @Test
    void theMembershipHearsWhatTheLeaderDecided() {
        assignor.onAssignment(
                new Assignment(List.of(A1), bytes("decided")),
                new MockConsumer<byte[], byte[]>("none").groupMetadata());

        assertThat(membership.accepted).isEqualTo("[a-1] decided");
        assertThat(text(assignor.subscriptionUserData(Set.of("a")))).isEqualTo("me");
    }

    @Test
    void aSupplierThatDropsSettingsIsTold() {
        assertThatThrownBy(() -> new KafkaMembership().configure(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("KafkaClientSupplier");
    }

    private Map<String, Assignment> assign(Map<String, Subscription> subscriptions) {
        Node node = new Node(1, "h", 1);
        Cluster cluster =
                new Cluster("c", List.of(node), List.of(partition(node, 0), partition(node, 1)), Set.of(), Set.of());
        return assignor.assign(cluster, new GroupSubscription(subscriptions)).groupAssignment();
    }

    private static PartitionInfo partition(Node node, int number) {
        return new PartitionInfo("a", number, node, new Node[] {node}, new Node[] {node});
    }

    private static Subscription subscription(String data, TopicPartition... owned) {
        return new Subscription(List.of("a", "missing"), bytes(data), List.of(owned), 1, Optional.of("rack"));
    }

    private static Membership.Share share(String data, TopicPartition... partitions) {
        return new Membership.Share(List.of(partitions), bytes(data));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
    }

    /** Divides as it was told to. */
    private final class FixedMembership implements Membership {
        private Map<String, Member> members;
        private Map<String, Integer> partitionCounts;
        private String accepted;

        @Override
        public ByteBuffer memberData() {
            return bytes("me");
        }

        @Override
        public Map<String, Share> divide(Map<String, Member> seenMembers, Map<String, Integer> seenCounts) {
            members = seenMembers;
            partitionCounts = seenCounts;
            return division;
        }

        @Override
        public void accepted(List<TopicPartition> partitions, ByteBuffer data) {
            accepted = partitions + " " + text(data);
        }
    }
}
