package dev.millrace.state.facade;

import dev.millrace.state.RecordOrigin;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.kind.StoreHost;
import dev.millrace.state.kind.StoreQueries;
import dev.millrace.state.kind.TaskStore;
import dev.millrace.state.overlay.MemoryAccount;
import dev.millrace.streams.processor.StateStoreContext;
import org.apache.kafka.common.serialization.Serde;

/** A host whose database for one store is a store of bytes that the user supplied. */
public final class SuppliedHost implements StoreHost {
    private final StoreHost host;
    private final OrderedBytes supplied;

    public SuppliedHost(StoreHost host, OrderedBytes supplied) {
        this.host = host;
        this.supplied = supplied;
    }

    @Override
    public OrderedBytes database(String storeName, boolean persistent) {
        return supplied;
    }

    @Override
    public String changelogTopic(String storeName) {
        return host.changelogTopic(storeName);
    }

    @Override
    public RecordOrigin origin() {
        return host.origin();
    }

    @Override
    public MemoryAccount memory() {
        return host.memory();
    }

    @Override
    public Serde<?> defaultKeySerde() {
        return host.defaultKeySerde();
    }

    @Override
    public Serde<?> defaultValueSerde() {
        return host.defaultValueSerde();
    }

    @Override
    public void opened(TaskStore store) {
        host.opened(store);
    }

    @Override
    public StateStoreContext contextOfSupplied() {
        return host.contextOfSupplied();
    }

    @Override
    public StoreQueries queries() {
        return host.queries();
    }

    @Override
    public boolean closing() {
        return host.closing();
    }
}
