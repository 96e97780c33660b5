package dev.millrace.engine.task.intake;

import dev.millrace.engine.port.EventTime;
import java.util.Arrays;
import java.util.Set;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.BytesDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.ShortDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * How the bytes of one source become objects and event time.
 *
 * @param key the key's deserializer, configured
 * @param value the value's deserializer, configured
 * @param eventTime the source's timestamp extractor
 */
public record SourceDecoder(Deserializer<?> key, Deserializer<?> value, EventTime eventTime) {
    private static final Set<Class<?>> ONE_FORM_PER_VALUE = Set.of(
            ByteArrayDeserializer.class,
            BytesDeserializer.class,
            LongDeserializer.class,
            IntegerDeserializer.class,
            ShortDeserializer.class);

    /**
     * Whether a key that was read here would be written as the very same bytes by the serializer that belongs to the
     * deserializer, so that its bytes need not be made again. True for Kafka's own types with one form per value; strings
     * qualify one by one, see {@link #keepsBytes}.
     */
    boolean keysAreCanonical() {
        return ONE_FORM_PER_VALUE.contains(key.getClass()) || readsUtf8(key);
    }

    /** Malformed UTF-8 becomes U+FFFD, which is written differently; such a string must not carry its bytes along. */
    static boolean keepsBytes(@Nullable Object decodedKey) {
        return !(decodedKey instanceof String text) || text.indexOf('\uFFFD') < 0;
    }

    private static boolean readsUtf8(Deserializer<?> deserializer) {
        byte[] umlautInUtf8 = {(byte) 0xC3, (byte) 0xA4};
        return deserializer.getClass() == StringDeserializer.class
                && "\u00E4".equals(deserializer.deserialize("", Arrays.copyOf(umlautInUtf8, 2)));
    }
}
