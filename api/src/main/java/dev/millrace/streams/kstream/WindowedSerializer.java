package dev.millrace.streams.kstream;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A serializer of windowed keys that can also write the key alone, which is what such records are partitioned by.
 *
 * @param <T> the type of the key
 */
public interface WindowedSerializer<T> extends Serializer<Windowed<T>> {

    /** Writes the key without its window. */
    byte[] serializeBaseKey(String topic, Windowed<T> data);

    /** Like {@link #serializeBaseKey(String, Windowed)}, for a record with these headers. */
    default byte[] serializeBaseKey(String topic, Headers headers, Windowed<T> data) {
        return serializeBaseKey(topic, data);
    }
}
