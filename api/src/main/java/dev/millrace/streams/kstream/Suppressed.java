package dev.millrace.streams.kstream;

import dev.millrace.streams.spi.EagerBuffer;
import dev.millrace.streams.spi.StrictBuffer;
import dev.millrace.streams.spi.Suppression;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * When a table holds updates back, and how much memory it may use for that (KIP-328).
 *
 * <p>Immutable.
 *
 * @param <K> the type of the keys
 */
public interface Suppressed<K> extends NamedOperation<Suppressed<K>> {

    /**
     * Holds everything back but the final result of each window.
     *
     * @param bufferConfig how much may be held back; it must not emit early
     * @throws NullPointerException if the buffer is null
     */
    static Suppressed<Windowed<?>> untilWindowCloses(StrictBufferConfig bufferConfig) {
        return new Suppression<>(null, null, Objects.requireNonNull(bufferConfig, "bufferConfig cannot be null"));
    }

    /**
     * Holds the updates of a key back until this much stream time has passed since the first of them.
     *
     * @param timeToWaitForMoreEvents how long; null for ever
     * @param bufferConfig how much may be held back; null for any amount
     */
    static <K> Suppressed<K> untilTimeLimit(Duration timeToWaitForMoreEvents, BufferConfig<?> bufferConfig) {
        return new Suppression<>(
                null,
                timeToWaitForMoreEvents == null ? Duration.ofMillis(Long.MAX_VALUE) : timeToWaitForMoreEvents,
                bufferConfig == null ? BufferConfig.unbounded() : bufferConfig);
    }

    /** The same with this name of the step. */
    @Override
    Suppressed<K> withName(String name);

    /**
     * How much a suppression may hold back, and what happens when that is not enough.
     *
     * <p>Immutable.
     *
     * @param <BC> the kind of buffer
     */
    interface BufferConfig<BC extends BufferConfig<BC>> {

        /** A buffer for this many keys that emits the oldest early when it is full. */
        static EagerBufferConfig maxRecords(long recordLimit) {
            return new EagerBuffer(recordLimit, Long.MAX_VALUE, true, Map.of());
        }

        /** The same with this limit on the number of keys. */
        BC withMaxRecords(long recordLimit);

        /** A buffer of this many bytes that emits the oldest early when it is full. */
        static EagerBufferConfig maxBytes(long byteLimit) {
            return new EagerBuffer(Long.MAX_VALUE, byteLimit, true, Map.of());
        }

        /** The same with this limit on the bytes. */
        BC withMaxBytes(long byteLimit);

        /** A buffer without limits: it grows until the memory is used up. */
        static StrictBufferConfig unbounded() {
            return new StrictBuffer(Long.MAX_VALUE, Long.MAX_VALUE, true, Map.of());
        }

        /** The same without limits. */
        StrictBufferConfig withNoBound();

        /** The same, but the application stops when the buffer is full. */
        StrictBufferConfig shutDownWhenFull();

        /** The same, but the oldest updates are emitted early when the buffer is full. */
        EagerBufferConfig emitEarlyWhenFull();

        /** The same without a changelog: what is held back is lost with the instance. */
        BC withLoggingDisabled();

        /** The same with a changelog that is configured like this; null for its defaults. */
        BC withLoggingEnabled(Map<String, String> config);
    }

    /** A buffer that emits early when it is full, rather than hold to the promise to wait. */
    interface EagerBufferConfig extends BufferConfig<EagerBufferConfig> {}

    /** A buffer that holds to the promise to wait, whatever that takes. */
    interface StrictBufferConfig extends BufferConfig<StrictBufferConfig> {}
}
