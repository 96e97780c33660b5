package dev.millrace.streams.kstream;

import dev.millrace.streams.StreamsConfig;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;

/** The serde of the key inside a windowed key, where it is named by the configuration and not given in code. */
final class InnerSerde {
    private InnerSerde() {}

    /**
     * The serializer given in code, or else the one that the configuration names.
     *
     * @param specific the configuration for this serializer alone
     * @throws IllegalArgumentException if both are there and differ, or there is none
     */
    static <T> Serializer<T> serializer(Serializer<T> given, Map<String, ?> configs, String specific, boolean isKey) {
        return InnerSerde.<T, Serializer<T>>part("serializer", given, configs, specific, isKey, Serde::serializer);
    }

    /** As {@link #serializer}, for the way back. */
    static <T> Deserializer<T> deserializer(
            Deserializer<T> given, Map<String, ?> configs, String specific, boolean isKey) {
        return InnerSerde.<T, Deserializer<T>>part(
                "deserializer", given, configs, specific, isKey, Serde::deserializer);
    }

    private static <T, P> P part(
            String what,
            P given,
            Map<String, ?> configs,
            String specific,
            boolean isKey,
            Function<Serde<T>, P> partOf) {
        String source = source(configs, specific);
        if (source == null) {
            return given(given, what, specific);
        }
        P configured = partOf.apply(of(configs, source, isKey));
        if (given == null) {
            return configured;
        }
        requireSame(given, configured, source);
        return given;
    }

    /** The configuration that names the serde: the specific one, else the deprecated general one, else null. */
    @SuppressWarnings("deprecation")
    private static String source(Map<String, ?> configs, String specific) {
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
    private static <T> Serde<T> of(Map<String, ?> configs, String source, boolean isKey) {
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
    private static void requireSame(Object given, Object configured, String source) {
        if (!given.getClass().equals(configured.getClass())) {
            throw new IllegalArgumentException(
                    "The constructor was given a " + given.getClass().getName() + ", but " + source + " asks for a "
                            + configured.getClass().getName() + ": set only one of them");
        }
    }

    private static <P> P given(P given, String what, String specific) {
        if (given == null) {
            throw new IllegalArgumentException("The " + what + " of the inner key is not known: give it to the"
                    + " constructor or set " + specific + " to a Serde class");
        }
        return given;
    }
}
