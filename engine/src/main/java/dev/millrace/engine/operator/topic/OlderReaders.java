package dev.millrace.engine.operator.topic;

import dev.millrace.streams.StreamsConfig;
import java.util.Map;
import java.util.Set;

/**
 * What instances of older versions can read, while {@code upgrade.from} says that there may be some: until 3.4 a table update had
 * a new or an old value, never both.
 */
final class OlderReaders {
    private static final Set<String> WITHOUT_BOTH = Set.of(
            StreamsConfig.UPGRADE_FROM_24,
            StreamsConfig.UPGRADE_FROM_25,
            StreamsConfig.UPGRADE_FROM_26,
            StreamsConfig.UPGRADE_FROM_27,
            StreamsConfig.UPGRADE_FROM_28,
            StreamsConfig.UPGRADE_FROM_30,
            StreamsConfig.UPGRADE_FROM_31,
            StreamsConfig.UPGRADE_FROM_32,
            StreamsConfig.UPGRADE_FROM_33,
            StreamsConfig.UPGRADE_FROM_34);

    private OlderReaders() {}

    /** Whether an update with both values must be written as two. */
    static boolean cannotReadBoth(Map<String, Object> configs) {
        Object from = configs.get(StreamsConfig.UPGRADE_FROM_CONFIG);
        return from != null && WITHOUT_BOTH.contains(from.toString());
    }
}
