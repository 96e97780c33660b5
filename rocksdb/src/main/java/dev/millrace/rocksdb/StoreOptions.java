package dev.millrace.rocksdb;

import dev.millrace.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.ColumnFamilyOptions;
import org.rocksdb.Options;

/** The options of one open store, and the user's setter, which is told when they are no longer needed. */
final class StoreOptions implements AutoCloseable {
    private final String storeName;
    private final Options options;
    private final ColumnFamilyOptions columnFamily;
    private final @Nullable RocksDBConfigSetter setter;

    StoreOptions(String storeName, Options options, @Nullable RocksDBConfigSetter setter) {
        this.storeName = storeName;
        this.options = options;
        this.columnFamily = new ColumnFamilyOptions(options);
        this.setter = setter;
    }

    Options options() {
        return options;
    }

    ColumnFamilyOptions columnFamily() {
        return columnFamily;
    }

    @Override
    public void close() {
        try {
            if (setter != null) {
                setter.close(storeName, options);
            }
        } finally {
            columnFamily.close();
            options.close();
        }
    }

    @Override
    public String toString() {
        return "the options of store " + storeName;
    }
}
