package dev.millrace.streams.state;

import java.util.Map;
import org.apache.kafka.common.Configurable;

public interface DslStoreSuppliers extends Configurable {

    @Override
    default void configure(Map<String, ?> configs) {
        throw new UnsupportedOperationException("DslStoreSuppliers.configure");
    }

    KeyValueBytesStoreSupplier keyValueStore(DslKeyValueParams params);

    WindowBytesStoreSupplier windowStore(DslWindowParams params);

    SessionBytesStoreSupplier sessionStore(DslSessionParams params);
}
