package dev.millrace.streams.state;

public class BuiltInDslStoreSuppliers {
    public static final DslStoreSuppliers ROCKS_DB = new RocksDBDslStoreSuppliers();
    public static final DslStoreSuppliers IN_MEMORY = new InMemoryDslStoreSuppliers();

    public BuiltInDslStoreSuppliers() {}

    public static class InMemoryDslStoreSuppliers implements DslStoreSuppliers {

        public InMemoryDslStoreSuppliers() {}

        @Override
        public KeyValueBytesStoreSupplier keyValueStore(DslKeyValueParams params) {
            throw new UnsupportedOperationException("InMemoryDslStoreSuppliers.keyValueStore");
        }

        @Override
        public WindowBytesStoreSupplier windowStore(DslWindowParams params) {
            throw new UnsupportedOperationException("InMemoryDslStoreSuppliers.windowStore");
        }

        @Override
        public SessionBytesStoreSupplier sessionStore(DslSessionParams params) {
            throw new UnsupportedOperationException("InMemoryDslStoreSuppliers.sessionStore");
        }
    }

    public static class RocksDBDslStoreSuppliers implements DslStoreSuppliers {

        public RocksDBDslStoreSuppliers() {}

        @Override
        public KeyValueBytesStoreSupplier keyValueStore(DslKeyValueParams params) {
            throw new UnsupportedOperationException("RocksDBDslStoreSuppliers.keyValueStore");
        }

        @Override
        public WindowBytesStoreSupplier windowStore(DslWindowParams params) {
            throw new UnsupportedOperationException("RocksDBDslStoreSuppliers.windowStore");
        }

        @Override
        public SessionBytesStoreSupplier sessionStore(DslSessionParams params) {
            throw new UnsupportedOperationException("RocksDBDslStoreSuppliers.sessionStore");
        }
    }
}
