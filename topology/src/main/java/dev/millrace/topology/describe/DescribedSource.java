package dev.millrace.topology.describe;

import dev.millrace.streams.TopologyDescription;
import dev.millrace.topology.definition.SourceDefinition;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A source, described: its topics or its pattern. */
final class DescribedSource extends DescribedNode implements TopologyDescription.Source {
    private final @Nullable Set<String> topics;
    private final @Nullable Pattern pattern;

    DescribedSource(SourceDefinition source) {
        super(source.name());
        pattern = source.pattern();
        // A hash set, because its order is part of the text.
        topics = pattern == null ? Collections.unmodifiableSet(new HashSet<>(source.topics())) : null;
    }

    @Override
    public @Nullable Set<String> topicSet() {
        return topics;
    }

    @Override
    public @Nullable Pattern topicPattern() {
        return pattern;
    }

    @Override
    String text() {
        return "Source: " + name() + " (topics: " + (topics == null ? pattern : topics) + ")\n      --> "
                + successorNames();
    }
}
