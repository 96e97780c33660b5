package dev.millrace.streams.kstream;

import dev.millrace.streams.StreamsConfig;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.utils.Utils;

/** The serde of the key inside a windowed key, where it is named by the configuration and not given in code. */
final class InnerSerde {
    private InnerSerde() {}

    /** The configuration that names the serde: the specific one, else the deprecated general one, else null. */
    @SuppressWarnings("deprecation")
    static String source(Map<String, ?> configs, String specific) {
        if (configs.get(specific) != null) {
            return specific;
        }
        return configs.get(StreamsConfig.WINDOWED_INNER_CLASS_SERDE) == null
                ? null
                : StreamsConfig.WINDOWED_INNER_CLASS_SERDE;
    }

    /**
     * Makes and configures the serde.
     *
     * @param source the configuration that names it
     * @throws ConfigException if there is no such class
     * @throws ClassCastException if it is not a serde
     */
    @SuppressWarnings("unchecked") // the configuration has no types: the user vouches for them
    static <T> Serde<T> of(Map<String, ?> configs, String source, boolean isKey) {
        Object named = configs.get(source);
        try {
            Serde<T> serde = named instanceof Class<?> type
                    ? (Serde<T>) Utils.newInstance(type.asSubclass(Serde.class))
                    : Utils.newInstance((String) named, Serde.class);
            serde.configure(configs, isKey);
            return serde;
        } catch (ClassNotFoundException e) {
            throw new ConfigException(source, named, "there is no such class: name a Serde on the class path");
        }
    }

    /** Checks that code and configuration do not name different ones. */
    static void requireSame(Object given, Object configured, String source) {
        if (!given.getClass().equals(configured.getClass())) {
            throw new IllegalArgumentException(
                    "The constructor was given a " + given.getClass().getName() + ", but " + source + " asks for a "
                            + configured.getClass().getName() + ": set only one of them");
        }
    }

    /** What is wrong when neither code nor configuration names one. */
    static IllegalArgumentException missing(String what, String specific) {
        return new IllegalArgumentException("The " + what + " of the inner key is not known: give it to the"
                + " constructor or set " + specific + " to a Serde class");
    }
}
