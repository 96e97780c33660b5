package dev.millrace.streams.state;

import dev.millrace.streams.DslStoreFormat;
import dev.millrace.streams.kstream.EmitStrategy.StrategyType;
import dev.millrace.streams.spi.Providers;

/** The kinds of stores that come with the library. */
public class BuiltInDslStoreSuppliers {
    /** Stores on disk, in RocksDB. */
    public static final DslStoreSuppliers ROCKS_DB = new RocksDBDslStoreSuppliers();

    /** Stores in memory. */
    public static final DslStoreSuppliers IN_MEMORY = new InMemoryDslStoreSuppliers();

    /** Nothing is gained by an instance. */
    public BuiltInDslStoreSuppliers() {}

    /** Makes stores in memory. */
    public static class InMemoryDslStoreSuppliers implements DslStoreSuppliers {

        /** Has no state: one instance is as good as another. */
        public InMemoryDslStoreSuppliers() {}

        @Override
        public KeyValueBytesStoreSupplier keyValueStore(DslKeyValueParams params) {
            return Stores.inMemoryKeyValueStore(params.name());
        }

        @Override
        public WindowBytesStoreSupplier windowStore(DslWindowParams params) {
            return Stores.inMemoryWindowStore(
                    params.name(), params.retentionPeriod(), params.windowSize(), params.retainDuplicates());
        }

        @Override
        public SessionBytesStoreSupplier sessionStore(DslSessionParams params) {
            return Stores.inMemorySessionStore(params.name(), params.retentionPeriod());
        }
    }

    /** Makes stores on disk, in RocksDB. */
    public static class RocksDBDslStoreSuppliers implements DslStoreSuppliers {

        /** Has no state: one instance is as good as another. */
        public RocksDBDslStoreSuppliers() {}

        @Override
        public KeyValueBytesStoreSupplier keyValueStore(DslKeyValueParams params) {
            return switch (params.dslStoreFormat()) {
                case PLAIN -> Stores.persistentKeyValueStore(params.name());
                case TIMESTAMPED -> Stores.persistentTimestampedKeyValueStore(params.name());
                case HEADERS -> Stores.persistentTimestampedKeyValueStoreWithHeaders(params.name());
            };
        }

        @Override
        public WindowBytesStoreSupplier windowStore(DslWindowParams params) {
            if (params.emitStrategy().type() == StrategyType.ON_WINDOW_CLOSE) {
                return Providers.stores()
                        .timeOrderedWindowStore(
                                params.name(),
                                params.retentionPeriod(),
                                params.windowSize(),
                                params.retainDuplicates(),
                                params.dslStoreFormat());
            }
            return switch (params.dslStoreFormat()) {
                case PLAIN ->
                    Stores.persistentWindowStore(
                            params.name(), params.retentionPeriod(), params.windowSize(), params.retainDuplicates());
                case TIMESTAMPED ->
                    Stores.persistentTimestampedWindowStore(
                            params.name(), params.retentionPeriod(), params.windowSize(), params.retainDuplicates());
                case HEADERS ->
                    Stores.persistentTimestampedWindowStoreWithHeaders(
                            params.name(), params.retentionPeriod(), params.windowSize(), params.retainDuplicates());
            };
        }

        @Override
        public SessionBytesStoreSupplier sessionStore(DslSessionParams params) {
            if (params.emitStrategy().type() == StrategyType.ON_WINDOW_CLOSE) {
                return Providers.stores()
                        .closingSessionStore(params.name(), params.retentionPeriod(), params.storeFormat());
            }
            return params.storeFormat() == DslStoreFormat.HEADERS
                    ? Stores.persistentSessionStoreWithHeaders(params.name(), params.retentionPeriod())
                    : Stores.persistentSessionStore(params.name(), params.retentionPeriod());
        }
    }
}
