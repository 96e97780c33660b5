package dev.millrace.state.kind;

import dev.millrace.state.RecordOrigin;
import dev.millrace.state.database.OrderedBytes;
import dev.millrace.state.overlay.MemoryAccount;
import dev.millrace.streams.processor.StateStoreContext;
import org.apache.kafka.common.serialization.Serde;

/** What a store of ours needs from the task that opens it; the task hands it over in place of a plain context. */
public interface StoreHost {

    /** The committed content of a store. */
    OrderedBytes database(String storeName, boolean persistent);

    /** The topic name that serdes are told; a store that is not logged has one too. */
    String changelogTopic(String storeName);

    RecordOrigin origin();

    MemoryAccount memory();

    /** The configured default serde; fails if there is none. */
    Serde<?> defaultKeySerde();

    /** The configured default serde; fails if there is none. */
    Serde<?> defaultValueSerde();

    /** A store was opened here, and is from now on restored and committed with the task. */
    void opened(TaskStore store);

    /**
     * The context for a store that another store keeps its content in. If that is one of ours too, it is committed with the
     * task but neither logged nor restored: what is in it comes from the outer one.
     */
    StateStoreContext contextOfSupplied();

    /** What answers queries to the store. */
    StoreQueries queries();

    /** Whether the one who closes a store now may do so: only the task does, user code does not. */
    boolean closing();
}
