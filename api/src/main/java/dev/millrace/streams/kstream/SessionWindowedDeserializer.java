package dev.millrace.streams.kstream;

import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

public class SessionWindowedDeserializer<T> implements Deserializer<Windowed<T>> {
    public static final String WINDOWED_INNER_DESERIALIZER_CLASS = "windowed.inner.deserializer.class";

    public SessionWindowedDeserializer() {}

    public SessionWindowedDeserializer(Deserializer<T> inner) {
        throw new UnsupportedOperationException("SessionWindowedDeserializer");
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        throw new UnsupportedOperationException("SessionWindowedDeserializer.configure");
    }

    @Override
    public Windowed<T> deserialize(String topic, byte[] data) {
        throw new UnsupportedOperationException("SessionWindowedDeserializer.deserialize");
    }

    @Override
    public Windowed<T> deserialize(String topic, Headers headers, byte[] data) {
        throw new UnsupportedOperationException("SessionWindowedDeserializer.deserialize");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("SessionWindowedDeserializer.close");
    }
}
