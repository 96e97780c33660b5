package dev.millrace.streams;

import dev.millrace.streams.errors.DeserializationExceptionHandler;
import dev.millrace.streams.errors.ProductionExceptionHandler;
import dev.millrace.streams.errors.StreamsException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The objects that settings name by class, made and configured: those about which there is more to say than the class. */
final class ConfiguredParts {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsConfig.class);

    private final StreamsConfig config;

    ConfiguredParts(StreamsConfig config) {
        this.config = config;
    }

    Serde<?> keySerde() {
        return serde(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, true);
    }

    Serde<?> valueSerde() {
        return serde(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, false);
    }

    private Serde<?> serde(String configKey, boolean isKey) {
        Class<?> serdeClass = config.getClass(configKey);
        String kind = isKey ? "key" : "value";
        if (serdeClass == null) {
            throw new ConfigException("No " + kind
                    + " serde is given and none is configured: give one where it is needed, or set " + configKey);
        }
        try {
            Serde<?> serde = config.getConfiguredInstance(configKey, Serde.class);
            serde.configure(config.originals(), isKey);
            return serde;
        } catch (RuntimeException e) {
            throw new StreamsException(
                    "The " + kind + " serde " + serdeClass + " (" + configKey + ") cannot be configured", e);
        }
    }

    @SuppressWarnings("deprecation")
    DeserializationExceptionHandler deserializationExceptionHandler() {
        String key = newerOf(
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                StreamsConfig.DEFAULT_DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG);
        return config.getConfiguredInstance(key, DeserializationExceptionHandler.class);
    }

    @SuppressWarnings("deprecation")
    ProductionExceptionHandler productionExceptionHandler() {
        String key = newerOf(
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                StreamsConfig.DEFAULT_PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG);
        return config.getConfiguredInstance(key, ProductionExceptionHandler.class);
    }

    /** The new name of a setting, unless only the old one is given. */
    private String newerOf(String newKey, String oldKey) {
        boolean newGiven = config.originals().containsKey(newKey);
        boolean oldGiven = config.originals().containsKey(oldKey);
        if (newGiven && oldGiven) {
            LOG.warn("{} is ignored, because {} is given too. Remove it.", oldKey, newKey);
        }
        return oldGiven && !newGiven ? oldKey : newKey;
    }
}
