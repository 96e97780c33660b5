package dev.millrace.topology.plan;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A topic that the application owns and creates itself.
 *
 * @param name the full name, application id included
 * @param kind what it is for, which decides its cleanup policy
 * @param subtopology the subtopology whose tasks it belongs to: the reader of a repartition topic, the owner of a changelog
 * @param partitions the number asked for by the user, or null: as many as the tasks of the writer (repartition) or owner
 *     (changelog)
 * @param config the topic's settings by name, the kind's defaults and the user's {@code withLoggingEnabled} merged;
 *     {@code topic.}-prefixed settings are added where topics are created
 */
public record OwnedTopic(
        String name, Kind kind, int subtopology, @Nullable Integer partitions, Map<String, String> config) {

    /** What an internal topic is for. */
    public enum Kind {
        REPARTITION,
        CHANGELOG
    }

    public OwnedTopic {
        config = Map.copyOf(config);
    }
}
