package dev.millrace.state;

import java.nio.file.Path;
import java.util.Collection;

/** Opens the persistent databases of tasks; they share one budget of native memory. Safe for any thread. */
public interface StateDatabases extends AutoCloseable {

    /**
     * Opens, or creates, the database in {@code directory}.
     *
     * @param storeNames the stores it will be asked for; others found in it are dropped
     */
    StateDatabase open(Path directory, Collection<String> storeNames);

    @Override
    void close();
}
