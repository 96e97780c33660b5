package dev.millrace.topology.dsl.step;

import dev.millrace.topology.dsl.step.RepartitionStep.Sent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
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
 */
final class RepartitionMerge {
    private final List<Step> steps;

    /** By the step that the shared topic follows. */
    private final Map<OperatorStep, List<Member>> groups = new LinkedHashMap<>();

    private RepartitionMerge(List<Step> steps) {
        this.steps = steps;
    }

    /** Rewrites the steps from a place on. */
    static void apply(List<Step> steps, int from) {
        RepartitionMerge merge = new RepartitionMerge(steps);
        for (Step step : steps.subList(from, steps.size())) {
            if (step instanceof MergeableRepartition repartition) {
                merge.group(repartition);
            }
        }
        merge.groups.forEach((origin, members) -> merge.share(origin, members, from));
    }

    private void group(MergeableRepartition repartition) {
        Upstream parent = repartition.own().parent();
        OperatorStep deciding = firstChange(parent);
        if (deciding != null && deciding.changesKey()) {
            Path path = path(parent);
            groups.computeIfAbsent(path.origin(), unseen -> new ArrayList<>())
                    .add(new Member(repartition, path.first()));
        }
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
    }

    private void share(OperatorStep origin, List<Member> members, int from) {
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
}
