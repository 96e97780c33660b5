package dev.millrace.streams.kstream;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

public class TimeWindowedDeserializer<T> implements Deserializer<Windowed<T>> {
    public static final String WINDOW_SIZE_MS_CONFIG = "window.size.ms";
    public static final String WINDOWED_INNER_DESERIALIZER_CLASS = "windowed.inner.deserializer.class";

    public TimeWindowedDeserializer() {}

    public TimeWindowedDeserializer(Deserializer<T> inner, Long windowSize) {
        throw new UnsupportedOperationException("TimeWindowedDeserializer");
    }

    public Long getWindowSize() {
        throw new UnsupportedOperationException("TimeWindowedDeserializer.getWindowSize");
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        throw new UnsupportedOperationException("TimeWindowedDeserializer.configure");
    }

    @Override
    public Windowed<T> deserialize(String topic, byte[] data) {
        throw new UnsupportedOperationException("TimeWindowedDeserializer.deserialize");
    }

    @Override
    public Windowed<T> deserialize(String topic, Headers headers, byte[] data) {
        throw new UnsupportedOperationException("TimeWindowedDeserializer.deserialize");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("TimeWindowedDeserializer.close");
    }

    public void setIsChangelogTopic(boolean isChangelogTopic) {
        throw new UnsupportedOperationException("TimeWindowedDeserializer.setIsChangelogTopic");
    }
}
