package dev.millrace.streams.kstream;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;

public class WindowedSerdes {

    public WindowedSerdes() {}

    public static <T> Serde<Windowed<T>> timeWindowedSerdeFrom(Class<T> type, long windowSize) {
        throw new UnsupportedOperationException("WindowedSerdes.timeWindowedSerdeFrom");
    }

    public static <T> Serde<Windowed<T>> sessionWindowedSerdeFrom(Class<T> type) {
        throw new UnsupportedOperationException("WindowedSerdes.sessionWindowedSerdeFrom");
    }

    public static class SessionWindowedSerde<T> extends Serdes.WrapperSerde<Windowed<T>> {

        public SessionWindowedSerde() {
            super(new SessionWindowedSerializer<>(), new SessionWindowedDeserializer<>());
        }

        public SessionWindowedSerde(Serde<T> inner) {
            super(
                    new SessionWindowedSerializer<>(inner.serializer()),
                    new SessionWindowedDeserializer<>(inner.deserializer()));
        }
    }

    public static class TimeWindowedSerde<T> extends Serdes.WrapperSerde<Windowed<T>> {

        public TimeWindowedSerde() {
            super(new TimeWindowedSerializer<>(), new TimeWindowedDeserializer<>());
        }

        public TimeWindowedSerde(Serde<T> inner, long windowSize) {
            super(
                    new TimeWindowedSerializer<>(inner.serializer()),
                    new TimeWindowedDeserializer<>(inner.deserializer(), windowSize));
        }

        public TimeWindowedSerde<T> forChangelog(boolean isChangelogTopic) {
            throw new UnsupportedOperationException("TimeWindowedSerde.forChangelog");
        }
    }
}
