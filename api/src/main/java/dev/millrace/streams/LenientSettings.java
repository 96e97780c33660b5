package dev.millrace.streams;

import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads settings that are not defined anywhere: one that is absent or of another type counts as its default. */
final class LenientSettings {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsConfig.class);

    private LenientSettings() {}

    @SuppressWarnings("unchecked")
    static <T> T parse(Map<String, Object> configs, String key, ConfigDef.Type type, T defaultValue) {
        try {
            T value = (T) ConfigDef.parseType(key, configs.get(key), type);
            return value == null ? defaultValue : value;
        } catch (ConfigException e) {
            LOG.warn("{}; {} is used", e.getMessage(), defaultValue);
            return defaultValue;
        }
    }
}
