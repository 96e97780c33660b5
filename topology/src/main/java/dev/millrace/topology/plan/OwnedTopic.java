package dev.millrace.topology.plan;

import java.util.HashMap;
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
 * @param defaults settings by name that the application's {@code topic.} settings may override
 * @param settings settings by name that nothing overrides: what the store's retention demands, and the user's
 *     {@code withLoggingEnabled}
 */
public record OwnedTopic(
        String name,
        Kind kind,
        int subtopology,
        @Nullable Integer partitions,
        Map<String, String> defaults,
        Map<String, String> settings) {

    /** What an internal topic is for. */
    public enum Kind {
        REPARTITION,
        CHANGELOG
    }

    public OwnedTopic {
        defaults = Map.copyOf(defaults);
        settings = Map.copyOf(settings);
    }

    /** All settings by name, as long as the application has no {@code topic.} settings. */
    public Map<String, String> config() {
        Map<String, String> config = new HashMap<>(defaults);
        config.putAll(settings);
        return config;
    }
}
