package dev.millrace.rocksdb;

import dev.millrace.state.database.StateDatabase;
import dev.millrace.state.memory.MemoryDatabase;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;

/** Whoever uses a database need not know that another thread writes what is committed. */
class MemoryDatabaseTest extends StateDatabaseContract {
    private final ExecutorService writer = Executors.newSingleThreadExecutor();

    @Override
    StateDatabase create() {
        return new MemoryDatabase(writer);
    }

    @AfterEach
    void endWriter() {
        writer.shutdown();
    }
}
