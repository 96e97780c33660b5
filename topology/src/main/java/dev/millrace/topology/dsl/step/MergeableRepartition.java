package dev.millrace.topology.dsl.step;

import dev.millrace.topology.dsl.step.RepartitionStep.Sent;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A repartitioning that an aggregation or a join needs: by a topic of its own, or by one that several of them share. */
public final class MergeableRepartition implements Upstream {
    private RepartitionStep own;
    private @Nullable RepartitionStep shared;

    public MergeableRepartition(RepartitionStep own) {
        this.own = own;
    }

    /** A left or outer join shares this topic. */
    public void keepNullKeys() {
        own = own.sending(Sent.ALL_RECORDS);
    }

    RepartitionStep own() {
        return own;
    }

    /** From now on {@code topic} serves, which is further up: what lies between comes behind it. */
    void shareTopic(RepartitionStep topic) {
        shared = topic;
    }

    @Override
    public String output() {
        if (shared == null) {
            return own.output();
        }
        return own.parent() == shared.parent() ? shared.output() : own.parent().output();
    }

    @Override
    public String source() {
        return shared == null ? own.source() : shared.source();
    }

    @Override
    public OptionalLong windowGraceMs() {
        return own.windowGraceMs();
    }

    @Override
    public void lower(RecordedTopology target) {
        if (shared == null) {
            own.lower(target);
        }
    }
}
