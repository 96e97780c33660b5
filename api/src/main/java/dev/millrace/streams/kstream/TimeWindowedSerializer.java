package dev.millrace.streams.kstream;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

public class TimeWindowedSerializer<T> implements WindowedSerializer<T> {
    public static final String WINDOWED_INNER_SERIALIZER_CLASS = "windowed.inner.serializer.class";

    public TimeWindowedSerializer() {}

    public TimeWindowedSerializer(Serializer<T> inner) {
        throw new UnsupportedOperationException("TimeWindowedSerializer");
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        throw new UnsupportedOperationException("TimeWindowedSerializer.configure");
    }

    @Override
    public byte[] serialize(String topic, Windowed<T> data) {
        throw new UnsupportedOperationException("TimeWindowedSerializer.serialize");
    }

    @Override
    public byte[] serialize(String topic, Headers headers, Windowed<T> data) {
        throw new UnsupportedOperationException("TimeWindowedSerializer.serialize");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("TimeWindowedSerializer.close");
    }

    @Override
    public byte[] serializeBaseKey(String topic, Windowed<T> data) {
        throw new UnsupportedOperationException("TimeWindowedSerializer.serializeBaseKey");
    }

    @Override
    public byte[] serializeBaseKey(String topic, Headers headers, Windowed<T> data) {
        throw new UnsupportedOperationException("TimeWindowedSerializer.serializeBaseKey");
    }
}
