package dev.millrace.streams.spi;

import dev.millrace.streams.kstream.Suppressed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A suppression buffer that emits the oldest updates early when it is full. */
public record EagerBuffer(long maxRecords, long maxBytes, boolean logged, Map<String, String> changelogConfig)
        implements SuppressionBuffer, Suppressed.EagerBufferConfig {

    @Override
    public Suppressed.EagerBufferConfig withMaxRecords(long recordLimit) {
        return new EagerBuffer(recordLimit, maxBytes, logged, changelogConfig);
    }

    @Override
    public Suppressed.EagerBufferConfig withMaxBytes(long byteLimit) {
        return new EagerBuffer(maxRecords, byteLimit, logged, changelogConfig);
    }

    @Override
    public Suppressed.StrictBufferConfig withNoBound() {
        return new StrictBuffer(Long.MAX_VALUE, Long.MAX_VALUE, logged, changelogConfig);
    }

    @Override
    public Suppressed.StrictBufferConfig shutDownWhenFull() {
        return new StrictBuffer(maxRecords, maxBytes, logged, changelogConfig);
    }

    @Override
    public Suppressed.EagerBufferConfig emitEarlyWhenFull() {
        return this;
    }

    @Override
    public Suppressed.EagerBufferConfig withLoggingDisabled() {
        return new EagerBuffer(maxRecords, maxBytes, false, Map.of());
    }

    @Override
    public Suppressed.EagerBufferConfig withLoggingEnabled(@Nullable Map<String, String> config) {
        return new EagerBuffer(maxRecords, maxBytes, true, config == null ? Map.of() : config);
    }
}
