package dev.millrace.rocksdb;

import dev.millrace.state.StateDatabase;
import dev.millrace.state.memory.MemoryDatabase;

class MemoryDatabaseTest extends StateDatabaseContract {
    @Override
    StateDatabase create() {
        return new MemoryDatabase();
    }
}
