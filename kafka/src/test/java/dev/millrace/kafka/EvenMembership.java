package dev.millrace.kafka;

import dev.millrace.engine.port.Membership;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.TopicPartition;

/** Deals all partitions to the members in turn, and tells each how many members there are. */
final class EvenMembership implements Membership {
    String told = "";
    RuntimeException thrown;

    @Override
    public ByteBuffer memberData() {
        return ByteBuffer.allocate(0);
    }

    @Override
    public Map<String, Share> divide(Map<String, Member> members, Map<String, Integer> partitionCounts) {
        if (thrown != null) {
            throw thrown;
        }
        List<String> ids = new ArrayList<>(new TreeMap<>(members).keySet());
        Map<String, List<TopicPartition>> dealt = new HashMap<>();
        ids.forEach(id -> dealt.put(id, new ArrayList<>()));
        int next = 0;
        for (Map.Entry<String, Integer> topic : new TreeMap<>(partitionCounts).entrySet()) {
            for (int i = 0; i < topic.getValue(); i++) {
                dealt.get(ids.get(next++ % ids.size())).add(new TopicPartition(topic.getKey(), i));
            }
        }
        Map<String, Share> shares = new HashMap<>();
        ByteBuffer data = ByteBuffer.wrap(("of " + ids.size()).getBytes(StandardCharsets.UTF_8));
        dealt.forEach((id, partitions) -> shares.put(id, new Share(partitions, data.duplicate())));
        return shares;
    }

    @Override
    public void accepted(List<TopicPartition> partitions, ByteBuffer data) {
        told = StandardCharsets.UTF_8.decode(data).toString();
    }
}
