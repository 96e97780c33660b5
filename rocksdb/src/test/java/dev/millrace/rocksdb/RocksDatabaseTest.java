package dev.millrace.rocksdb;

import dev.millrace.state.database.StateDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.helpers.NOPLogger;

/** Whoever uses a database need not know that another thread writes what is committed. */
class RocksDatabaseTest extends StateDatabaseContract {
    private final ExecutorService writer = Executors.newSingleThreadExecutor();
    private final RocksDatabases databases =
            new RocksDatabases(64 << 20, 16 << 20, null, Map.of(), writer, NOPLogger.NOP_LOGGER);

    @TempDir
    Path folder;

    private int created;

    @Override
    StateDatabase create() {
        created++;
        return databases.open(folder.resolve("database" + created), List.of("left", "right"), Map.of());
    }

    @AfterEach
    void closeBudget() {
        database.close();
        databases.close();
        writer.shutdown();
    }
}
