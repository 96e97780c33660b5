package dev.millrace.streams.state;

import java.util.Map;
import org.rocksdb.Options;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes the options of RocksDB: named by {@code rocksdb.config.setter}.
 *
 * <p>An instance is made for each store. Called on several threads.
 */
public interface RocksDBConfigSetter {
    /** The log of this interface. */
    Logger LOG = LoggerFactory.getLogger(RocksDBConfigSetter.class);

    /**
     * Changes the options of a store before it is opened.
     *
     * @param storeName the name of the store
     * @param options its options
     * @param configs the configuration of the application
     */
    void setConfig(String storeName, Options options, Map<String, Object> configs);

    /** Closes the RocksDB objects that {@link #setConfig} made, after the store is closed. */
    void close(String storeName, Options options);
}
