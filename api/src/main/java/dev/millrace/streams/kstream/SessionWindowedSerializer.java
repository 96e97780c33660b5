package dev.millrace.streams.kstream;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

public class SessionWindowedSerializer<T> implements WindowedSerializer<T> {
    public static final String WINDOWED_INNER_SERIALIZER_CLASS = "windowed.inner.serializer.class";

    public SessionWindowedSerializer() {}

    public SessionWindowedSerializer(Serializer<T> inner) {
        throw new UnsupportedOperationException("SessionWindowedSerializer");
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        throw new UnsupportedOperationException("SessionWindowedSerializer.configure");
    }

    @Override
    public byte[] serialize(String topic, Windowed<T> data) {
        throw new UnsupportedOperationException("SessionWindowedSerializer.serialize");
    }

    @Override
    public byte[] serialize(String topic, Headers headers, Windowed<T> data) {
        throw new UnsupportedOperationException("SessionWindowedSerializer.serialize");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("SessionWindowedSerializer.close");
    }

    @Override
    public byte[] serializeBaseKey(String topic, Windowed<T> data) {
        throw new UnsupportedOperationException("SessionWindowedSerializer.serializeBaseKey");
    }

    @Override
    public byte[] serializeBaseKey(String topic, Headers headers, Windowed<T> data) {
        throw new UnsupportedOperationException("SessionWindowedSerializer.serializeBaseKey");
    }
}
