package dev.millrace.streams.kstream;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

/** Makes the serdes of windowed keys. */
public class WindowedSerdes {

    /** Nothing is gained by an instance. */
    public WindowedSerdes() {}

    /**
     * The serde of keys in time windows, for a type that {@link Serdes} knows.
     *
     * @param type the type of the key
     * @param windowSize the size of the windows in milliseconds
     * @throws IllegalArgumentException if there is no built-in serde for the type
     */
    public static <T> Serde<Windowed<T>> timeWindowedSerdeFrom(Class<T> type, long windowSize) {
        return new TimeWindowedSerde<>(Serdes.serdeFrom(type), windowSize);
    }

    /**
     * The serde of keys in sessions, for a type that {@link Serdes} knows.
     *
     * @throws IllegalArgumentException if there is no built-in serde for the type
     */
    public static <T> Serde<Windowed<T>> sessionWindowedSerdeFrom(Class<T> type) {
        return new SessionWindowedSerde<>(Serdes.serdeFrom(type));
    }

    /**
     * The serde of keys in sessions.
     *
     * @param <T> the type of the key
     */
    public static class SessionWindowedSerde<T> extends Serdes.WrapperSerde<Windowed<T>> {

        /** For the configuration: {@link #configure} must be called before use. */
        public SessionWindowedSerde() {
            super(new SessionWindowedSerializer<>(), new SessionWindowedDeserializer<>());
        }

        /** Creates the serde of keys with this serde. */
        public SessionWindowedSerde(Serde<T> inner) {
            super(
                    new SessionWindowedSerializer<>(inner.serializer()),
                    new SessionWindowedDeserializer<>(inner.deserializer()));
        }
    }

    /**
     * The serde of keys in time windows.
     *
     * @param <T> the type of the key
     */
    public static class TimeWindowedSerde<T> extends Serdes.WrapperSerde<Windowed<T>> {

        /** For the configuration: {@link #configure} must be called before use. */
        public TimeWindowedSerde() {
            super(new TimeWindowedSerializer<>(), new TimeWindowedDeserializer<>());
        }

        /** Creates the serde of keys with this serde, in windows of this size in milliseconds. */
        public TimeWindowedSerde(Serde<T> inner, long windowSize) {
            super(
                    new TimeWindowedSerializer<>(inner.serializer()),
                    new TimeWindowedDeserializer<>(inner.deserializer(), windowSize));
        }

        /** Says whether the keys come from the changelog of a window store; returns this serde. */
        public TimeWindowedSerde<T> forChangelog(boolean isChangelogTopic) {
            ((TimeWindowedDeserializer<T>) deserializer()).setIsChangelogTopic(isChangelogTopic);
            return this;
        }
    }
}
