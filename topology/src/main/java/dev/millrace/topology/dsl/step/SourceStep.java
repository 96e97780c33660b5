package dev.millrace.topology.dsl.step;

import dev.millrace.streams.errors.TopologyException;
import dev.millrace.topology.dsl.option.ConsumedOptions;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads topics, or all topics that match a pattern. */
public final class SourceStep implements Upstream {
    private final String name;
    private final Set<String> topics;
    private final @Nullable Pattern pattern;
    private final ConsumedOptions<?, ?> consumed;

    private SourceStep(String name, Set<String> topics, @Nullable Pattern pattern, ConsumedOptions<?, ?> consumed) {
        this.name = name;
        this.topics = topics;
        this.pattern = pattern;
        this.consumed = consumed;
    }

    public static SourceStep of(String name, Collection<String> topics, ConsumedOptions<?, ?> consumed) {
        return new SourceStep(name, new LinkedHashSet<>(topics), null, consumed);
    }

    public static SourceStep of(String name, Pattern pattern, ConsumedOptions<?, ?> consumed) {
        return new SourceStep(name, Set.of(), pattern, consumed);
    }

    /** Whether this source reads what {@code other} wants to read; fails if it reads a part of it, or from elsewhere. */
    boolean reads(SourceStep other) {
        if (pattern != null || other.pattern != null) {
            if (pattern == null || other.pattern == null || !pattern.pattern().equals(other.pattern.pattern())) {
                return false;
            }
        } else if (!topics.equals(other.topics)) {
            checkDisjoint(other);
            return false;
        }
        checkSameReset(other);
        return true;
    }

    private void checkDisjoint(SourceStep other) {
        if (topics.stream().anyMatch(other.topics::contains)) {
            throw new TopologyException("Two streams read overlapping but not equal topics: " + topics + " and "
                    + other.topics + "; read each topic once and merge the streams");
        }
    }

    private void checkSameReset(SourceStep other) {
        if (!Objects.equals(consumed.reset(), other.consumed.reset())) {
            throw new TopologyException("Two streams read " + (pattern == null ? topics : pattern)
                    + " with different offset reset policies: " + consumed.reset() + " and "
                    + other.consumed.reset());
        }
    }

    @Override
    public String output() {
        return name;
    }

    @Override
    public OptionalLong windowGraceMs() {
        return OptionalLong.empty();
    }

    @Override
    public void lower(RecordedTopology target) {
        if (pattern == null) {
            List<String> inOrder = new ArrayList<>(topics);
            target.addSource(
                    consumed.reset(),
                    name,
                    consumed.extractor(),
                    consumed.keyDeserializer(),
                    consumed.valueDeserializer(),
                    inOrder);
        } else {
            target.addSource(
                    consumed.reset(),
                    name,
                    consumed.extractor(),
                    consumed.keyDeserializer(),
                    consumed.valueDeserializer(),
                    pattern);
        }
    }
}
