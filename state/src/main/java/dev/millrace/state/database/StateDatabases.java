package dev.millrace.state.database;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Map;

/** Opens the persistent databases of tasks; they share one budget of native memory. Safe for any thread. */
public interface StateDatabases extends AutoCloseable {

    /**
     * Opens, or creates, the database in {@code directory}.
     *
     * <p>A store that comes back after an application ran without it starts empty, so an offset must never outlive the
     * content it speaks of: that is why the changelogs are asked for here.
     *
     * @param storeNames the stores it will be asked for; others found in it are dropped, with their offsets
     * @param changelogTopics by store name, the changelog's topic of each store that has one
     * @throws dev.millrace.streams.errors.ProcessorStateException if it cannot be opened; nothing is repaired or deleted
     */
    StateDatabase open(Path directory, Collection<String> storeNames, Map<String, String> changelogTopics);

    @Override
    void close();
}
