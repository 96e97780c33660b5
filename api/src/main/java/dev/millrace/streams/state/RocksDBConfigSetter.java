package dev.millrace.streams.state;

import java.util.Map;
import org.rocksdb.Options;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

public interface RocksDBConfigSetter {
    Logger LOG = LoggerFactory.getLogger(RocksDBConfigSetter.class);

    void setConfig(String storeName, Options options, Map<String, Object> configs);

    void close(String storeName, Options options);
}
