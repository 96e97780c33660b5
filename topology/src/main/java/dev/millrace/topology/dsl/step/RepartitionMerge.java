package dev.millrace.topology.dsl.step;

import dev.millrace.streams.Explanation;
import dev.millrace.topology.dsl.step.RepartitionStep.Sent;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * Merges the topics behind a step that changes keys: {@code merge.repartition.topics}.
 *
 * <pre>
 *   before                                     after
 *     new key -> filter -> topic 1 -> count      new key -> topic 1 -> filter -> count
 *             \                                                    \
 *              '---------- topic 2 -> reduce                        '----------> reduce
 * </pre>
 *
 * One topic carries the records once. It comes right behind the new key, or behind the merge of streams where the key of
 * one of them is new, and what lay before the topics comes behind it, as long as it leaves values as they are: so the topic's
 * serdes fit. It is called after the first topic, its nodes after it; a single topic is moved too.
 *
 * <p>Processors of the user's come behind it too, as in the reference, whatever they do to keys and values; see {@link
 * Program#processorsChangeRecords}.
 */
final class RepartitionMerge {
    private static final Rule RULE = Rule.MERGE_REPARTITION_TOPICS;

    private final List<Step> steps;
    private final int from;

    /** By the step that the shared topic follows. */
    private final Map<OperatorStep, List<Member>> groups = new LinkedHashMap<>();

    /** About the topics that are in no group. */
    private final List<Explanation> apart = new ArrayList<>();

    private RepartitionMerge(List<Step> steps, int from) {
        this.steps = steps;
        this.from = from;
    }

    /** What there is to merge in the steps from a place on. */
    static RepartitionMerge of(List<Step> steps, int from) {
        RepartitionMerge merge = new RepartitionMerge(steps, from);
        for (Step step : steps.subList(from, steps.size())) {
            if (step instanceof MergeableRepartition repartition) {
                merge.group(repartition);
            }
        }
        merge.groups.values().forEach(merge::separate);
        merge.groups.values().removeIf(List::isEmpty);
        return merge;
    }

    /**
     * Takes those out of a group that have a processor of the user's on the way and share the first step of it: the reference
     * cannot merge them, so here nothing needs to be as wrong as moving a processor that changes keys.
     */
    private void separate(List<Member> members) {
        List<Member> apartMembers = members.stream()
                .filter(member -> trustedProcessor(member) != null)
                .filter(member ->
                        members.stream().anyMatch(other -> !other.equals(member) && other.first() == member.first()))
                .toList();
        members.removeAll(apartMembers);
        apartMembers.forEach(member -> apart.add(explainApart(member.own(), trustedProcessor(member))));
    }

    /** The last processor of the user's on the way to a topic, null if there is none. */
    private static @Nullable OperatorStep trustedProcessor(Member member) {
        if (member.first() == null) {
            return null;
        }
        OperatorStep step = (OperatorStep) member.own().parent();
        while (step != member.first() && !step.isTrustedProcessor()) {
            step = (OperatorStep) step.parents().get(0);
        }
        return step.isTrustedProcessor() ? step : null;
    }

    private void group(MergeableRepartition repartition) {
        Upstream parent = repartition.own().parent();
        OperatorStep deciding = firstChange(parent);
        if (deciding != null && deciding.changesKey()) {
            Path path = path(parent);
            groups.computeIfAbsent(path.origin(), unseen -> new ArrayList<>())
                    .add(new Member(repartition, path.first()));
        } else {
            apart.add(explainApart(repartition.own(), deciding));
        }
    }

    /** Rewrites the steps. */
    void apply(RecordedTopology target) {
        groups.forEach((origin, members) -> {
            target.add(explainDone(origin, members));
            share(origin, members);
        });
        apart.forEach(target::add);
    }

    /** The first step upwards that changes keys or values, along the first of several parents that has one. */
    private static @Nullable OperatorStep firstChange(Upstream step) {
        if (!(step instanceof OperatorStep operator)) {
            return null;
        }
        if (operator.changesKey() || !operator.keepsRecords()) {
            return operator;
        }
        return operator.parents().stream()
                .map(RepartitionMerge::firstChange)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** @param first the step that follows {@code origin} on the way to the topic; null if the topic does */
    private record Path(OperatorStep origin, @Nullable OperatorStep first) {}

    private static Path path(Upstream parent) {
        OperatorStep step = (OperatorStep) parent;
        OperatorStep first = null;
        while (!step.changesKey() && step.parents().size() == 1) {
            first = step;
            step = (OperatorStep) step.parents().get(0);
        }
        return new Path(step, first);
    }

    /** @param first as in {@link Path}; it may be the first step of several members */
    private record Member(
            MergeableRepartition repartition, @Nullable OperatorStep first) {
        RepartitionStep own() {
            return repartition.own();
        }

        String topic() {
            return own().names().topic();
        }
    }

    private void share(OperatorStep origin, List<Member> members) {
        RepartitionStep topic = new RepartitionStep(
                origin,
                RepartitionNames.of(members.get(0).own().names().topic()),
                null,
                serde(members, RepartitionStep::keySerde),
                serde(members, RepartitionStep::valueSerde),
                null,
                sent(members));
        steps.add(Math.max(from, steps.indexOf(origin) + 1), topic);
        for (Member member : members) {
            if (member.first() != null) {
                member.first().reroute(origin, topic);
            }
            member.repartition().shareTopic(topic);
        }
    }

    private static @Nullable Serde<?> serde(List<Member> members, Function<RepartitionStep, @Nullable Serde<?>> part) {
        for (Member member : members) {
            Serde<?> serde = part.apply(member.own());
            if (serde != null) {
                return serde;
            }
        }
        return null;
    }

    /** The most that a member wants: who wants less leaves out the rest itself. */
    private static Sent sent(List<Member> members) {
        return members.stream().anyMatch(member -> member.own().sent() == Sent.ALL_RECORDS)
                ? Sent.ALL_RECORDS
                : Sent.RECORDS_WITH_KEY;
    }

    // ---- in words ----

    /** Says what could be merged if the rule were switched on. */
    void explainOff(RecordedTopology target) {
        groups.forEach((origin, members) -> {
            if (members.size() > 1) {
                target.add(RULE.off(
                        about(origin, members),
                        "the topics " + topics(members) + " all carry the records behind " + origin.output()));
            } else {
                target.add(explainAlone(origin, members.get(0)));
            }
        });
        apart.forEach(target::add);
    }

    private static Explanation explainDone(OperatorStep origin, List<Member> members) {
        Member first = members.get(0);
        if (members.size() > 1) {
            return RULE.did(
                    about(origin, members),
                    "one topic behind " + origin.output() + ", " + first.topic() + ", serves instead of "
                            + topics(members),
                    "all of them carry the same records, and no step on the way changes a value");
        }
        OperatorStep moved = first.first();
        if (moved == null) {
            return explainAlone(origin, first);
        }
        return RULE.did(
                List.of(first.topic(), origin.output(), moved.output()),
                "topic " + first.topic() + " comes right behind " + origin.output() + ", before " + moved.output(),
                "no step on the way changes a value, and other topics could be merged with it there");
    }

    private static Explanation explainAlone(OperatorStep origin, Member member) {
        return RULE.left(
                List.of(member.topic(), origin.output()),
                "topic " + member.topic() + " is as it was",
                "it is the only one that carries the records behind " + origin.output());
    }

    private static Explanation explainApart(RepartitionStep own, @Nullable OperatorStep deciding) {
        String topic = own.names().topic();
        if (deciding == null) {
            return RULE.left(
                    List.of(topic), "topic " + topic + " is as it was", "no step is known that makes the keys new");
        }
        return RULE.left(
                List.of(topic, deciding.output()),
                "topic " + topic + " is as it was",
                "step " + deciding.output()
                        + " may change values, and those before it need not fit the serdes of the topic");
    }

    private static List<String> about(OperatorStep origin, List<Member> members) {
        List<String> about = new ArrayList<>();
        about.add(origin.output());
        members.forEach(member -> about.add(member.topic()));
        return about;
    }

    private static String topics(List<Member> members) {
        return members.stream().map(Member::topic).collect(Collectors.joining(", "));
    }
}
