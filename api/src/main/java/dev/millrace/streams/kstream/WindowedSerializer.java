package dev.millrace.streams.kstream;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

public interface WindowedSerializer<T> extends Serializer<Windowed<T>> {

    byte[] serializeBaseKey(String name, Windowed<T> windowed);

    default byte[] serializeBaseKey(String name, Headers headers, Windowed<T> windowed) {
        throw new UnsupportedOperationException("WindowedSerializer.serializeBaseKey");
    }
}
