package dev.millrace.state;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.common.serialization.BooleanDeserializer;
import org.apache.kafka.common.serialization.BooleanSerializer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.BytesDeserializer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.DoubleDeserializer;
import org.apache.kafka.common.serialization.DoubleSerializer;
import org.apache.kafka.common.serialization.FloatDeserializer;
import org.apache.kafka.common.serialization.FloatSerializer;
import org.apache.kafka.common.serialization.IntegerDeserializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.LongDeserializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.ShortDeserializer;
import org.apache.kafka.common.serialization.ShortSerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.serialization.UUIDDeserializer;
import org.apache.kafka.common.serialization.UUIDSerializer;
import org.apache.kafka.common.serialization.VoidDeserializer;
import org.apache.kafka.common.serialization.VoidSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the serdes that come with Kafka, and about no others.
 *
 * <p><b>Canonical</b>: what was read is written as the very same bytes, whatever the bytes were, so bytes that came with a
 * record serve again. Double and float are not (NaN has many forms), nor is UUID (upper case is accepted), nor ByteBuffer
 * (it has a position). A string is canonical in UTF-8 if nothing in it had to be replaced when it was read: see
 * {@link #keepsBytes}.
 *
 * <p><b>Immutable</b>: nobody can change a value that was read, so one object may serve many readers. Arrays are not.
 *
 * <p>Only the exact classes count: a subclass may do anything.
 */
public final class BuiltInSerdes {
    private static final char REPLACEMENT = '\uFFFD';
    private static final String UMLAUT = "\u00E4";
    private static final byte[] UMLAUT_IN_UTF8 = {(byte) 0xC3, (byte) 0xA4};

    private static final Map<Class<?>, Class<?>> CANONICAL = Map.ofEntries(
            Map.entry(StringSerializer.class, String.class),
            Map.entry(StringDeserializer.class, String.class),
            Map.entry(LongSerializer.class, Long.class),
            Map.entry(LongDeserializer.class, Long.class),
            Map.entry(IntegerSerializer.class, Integer.class),
            Map.entry(IntegerDeserializer.class, Integer.class),
            Map.entry(ShortSerializer.class, Short.class),
            Map.entry(ShortDeserializer.class, Short.class),
            Map.entry(BooleanSerializer.class, Boolean.class),
            Map.entry(BooleanDeserializer.class, Boolean.class),
            Map.entry(ByteArraySerializer.class, byte[].class),
            Map.entry(ByteArrayDeserializer.class, byte[].class),
            Map.entry(BytesSerializer.class, Bytes.class),
            Map.entry(BytesDeserializer.class, Bytes.class));

    private static final Map<Class<?>, Counterpart> IMMUTABLE = Map.of(
            StringDeserializer.class, new Counterpart(StringSerializer.class, String.class),
            LongDeserializer.class, new Counterpart(LongSerializer.class, Long.class),
            IntegerDeserializer.class, new Counterpart(IntegerSerializer.class, Integer.class),
            ShortDeserializer.class, new Counterpart(ShortSerializer.class, Short.class),
            BooleanDeserializer.class, new Counterpart(BooleanSerializer.class, Boolean.class),
            DoubleDeserializer.class, new Counterpart(DoubleSerializer.class, Double.class),
            FloatDeserializer.class, new Counterpart(FloatSerializer.class, Float.class),
            UUIDDeserializer.class, new Counterpart(UUIDSerializer.class, UUID.class),
            VoidDeserializer.class, new Counterpart(VoidSerializer.class, Void.class));

    /** What a deserializer reads: the objects of one class, as one serializer writes them. */
    private record Counterpart(Class<?> serializer, Class<?> type) {}

    private BuiltInSerdes() {}

    /**
     * The one class whose objects {@code serializer} writes canonically, or null. An object of exactly this class that a
     * canonical deserializer made will be written as the bytes it was read from.
     */
    public static @Nullable Class<?> canonicallyWritten(Serializer<?> serializer) {
        Class<?> type = CANONICAL.get(serializer.getClass());
        return type == String.class && !writesUtf8(serializer) ? null : type;
    }

    /** The one class whose objects {@code deserializer} makes canonically, or null. */
    public static @Nullable Class<?> canonicallyRead(Deserializer<?> deserializer) {
        Class<?> type = CANONICAL.get(deserializer.getClass());
        return type == String.class && !readsUtf8(deserializer) ? null : type;
    }

    /**
     * Whether an object that a canonical deserializer made stands for its bytes and no others. False only for a string that
     * may come from malformed UTF-8.
     */
    public static boolean keepsBytes(@Nullable Object read) {
        return !(read instanceof String text) || text.indexOf(REPLACEMENT) < 0;
    }

    /**
     * The one immutable class whose objects {@code serde} writes, and reads as equal objects; null if there is none, or if
     * the two halves of the serde do not belong together.
     */
    public static @Nullable Class<?> immutableType(Serde<?> serde) {
        Counterpart counterpart = IMMUTABLE.get(serde.deserializer().getClass());
        return counterpart != null
                        && counterpart.serializer == serde.serializer().getClass()
                ? counterpart.type
                : null;
    }

    @SuppressWarnings("unchecked")
    private static boolean writesUtf8(Serializer<?> serializer) {
        return Arrays.equals(UMLAUT_IN_UTF8, ((Serializer<Object>) serializer).serialize("", UMLAUT));
    }

    private static boolean readsUtf8(Deserializer<?> deserializer) {
        return UMLAUT.equals(deserializer.deserialize("", UMLAUT_IN_UTF8.clone()));
    }
}
