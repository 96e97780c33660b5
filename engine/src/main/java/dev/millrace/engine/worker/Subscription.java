package dev.millrace.engine.worker;

import dev.millrace.topology.definition.SourceDefinition;
import dev.millrace.topology.plan.Plan;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a worker asks the group for: the source topics by name, or, if any source has a pattern, one pattern that matches them
 * all.
 */
record Subscription(Set<String> topics, @Nullable Pattern pattern) {

    static Subscription of(Plan plan) {
        Set<String> topics = new TreeSet<>();
        Set<String> patterns = new TreeSet<>();
        plan.subtopologies().forEach(subtopology -> {
            topics.addAll(subtopology.sourceTopics());
            for (SourceDefinition source : subtopology.sources()) {
                if (source.pattern() != null) {
                    patterns.add(source.pattern().pattern());
                }
            }
        });
        return new Subscription(topics, patterns.isEmpty() ? null : either(topics, patterns));
    }

    private static Pattern either(Set<String> topics, Set<String> patterns) {
        return Pattern.compile(Stream.concat(
                        topics.stream().map(Pattern::quote), patterns.stream().map(pattern -> "(?:" + pattern + ")"))
                .collect(Collectors.joining("|")));
    }
}
