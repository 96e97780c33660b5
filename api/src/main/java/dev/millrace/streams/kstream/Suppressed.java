package dev.millrace.streams.kstream;

import java.time.Duration;
import java.util.Map;

public interface Suppressed<K> extends NamedOperation<Suppressed<K>> {

    static Suppressed<Windowed<?>> untilWindowCloses(StrictBufferConfig bufferConfig) {
        throw new UnsupportedOperationException("Suppressed.untilWindowCloses");
    }

    static <K> Suppressed<K> untilTimeLimit(Duration timeToWaitForMoreEvents, BufferConfig<?> bufferConfig) {
        throw new UnsupportedOperationException("Suppressed.untilTimeLimit");
    }

    @Override
    Suppressed<K> withName(String name);

    interface BufferConfig<BC extends BufferConfig<BC>> {

        static EagerBufferConfig maxRecords(long recordLimit) {
            throw new UnsupportedOperationException("BufferConfig.maxRecords");
        }

        BC withMaxRecords(long recordLimit);

        static EagerBufferConfig maxBytes(long byteLimit) {
            throw new UnsupportedOperationException("BufferConfig.maxBytes");
        }

        BC withMaxBytes(long byteLimit);

        static StrictBufferConfig unbounded() {
            throw new UnsupportedOperationException("BufferConfig.unbounded");
        }

        StrictBufferConfig withNoBound();

        StrictBufferConfig shutDownWhenFull();

        EagerBufferConfig emitEarlyWhenFull();

        BC withLoggingDisabled();

        BC withLoggingEnabled(Map<String, String> config);
    }

    interface EagerBufferConfig extends BufferConfig<EagerBufferConfig> {}

    interface StrictBufferConfig extends BufferConfig<StrictBufferConfig> {}
}
