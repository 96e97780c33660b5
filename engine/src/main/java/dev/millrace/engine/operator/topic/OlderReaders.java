package dev.millrace.engine.operator.topic;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What instances of older versions can read, while {@code upgrade.from} says that there may be some: until 3.4 a table update had
 * a new or an old value, never both.
 */
final class OlderReaders {
    private static final Set<String> WITHOUT_BOTH =
            Set.of("2.4", "2.5", "2.6", "2.7", "2.8", "3.0", "3.1", "3.2", "3.3", "3.4");

    private OlderReaders() {}

    /** Whether an update with both values must be written as two. */
    static boolean cannotReadBoth(@Nullable Object upgradeFrom) {
        return upgradeFrom != null && WITHOUT_BOTH.contains(upgradeFrom.toString());
    }
}
