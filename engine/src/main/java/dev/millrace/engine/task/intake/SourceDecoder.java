package dev.millrace.engine.task.intake;

import dev.millrace.engine.port.EventTime;
import dev.millrace.state.BuiltInSerdes;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * How the bytes of one source become objects and event time.
 *
 * @param key the key's deserializer, configured
 * @param value the value's deserializer, configured
 * @param eventTime the source's timestamp extractor
 */
public record SourceDecoder(Deserializer<?> key, Deserializer<?> value, EventTime eventTime) {

    /** Whether the bytes of a key can stand for the key: see {@link BuiltInSerdes}. */
    boolean keysAreCanonical() {
        return BuiltInSerdes.canonicallyRead(key) != null;
    }

    /** The same of a value. */
    boolean valuesAreCanonical() {
        return BuiltInSerdes.canonicallyRead(value) != null;
    }
}
