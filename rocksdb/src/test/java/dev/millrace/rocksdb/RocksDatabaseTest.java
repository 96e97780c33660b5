package dev.millrace.rocksdb;

import dev.millrace.state.StateDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.helpers.NOPLogger;

class RocksDatabaseTest extends StateDatabaseContract {
    private final RocksDatabases databases =
            new RocksDatabases(64 << 20, 16 << 20, null, Map.of(), NOPLogger.NOP_LOGGER);

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
    }
}
