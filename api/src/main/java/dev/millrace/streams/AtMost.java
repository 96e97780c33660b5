package dev.millrace.streams;

import java.util.List;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;

/** Limits how many elements a list in the configuration has. */
record AtMost(int elements) implements ConfigDef.Validator {

    @Override
    public void ensureValid(String name, Object value) {
        if (((List<?>) value).size() > elements) {
            throw new ConfigException(name, value, "these are more than " + elements);
        }
    }

    @Override
    public String toString() {
        return "List containing maximum of " + elements + " elements";
    }
}
