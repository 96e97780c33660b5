package dev.millrace.streams.spi;

import dev.millrace.streams.kstream.Suppressed;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A suppression buffer that stops the application when it is full. */
public record StrictBuffer(long maxRecords, long maxBytes, boolean logged, Map<String, String> changelogConfig)
        implements SuppressionBuffer, Suppressed.StrictBufferConfig {

    @Override
    public Suppressed.StrictBufferConfig withMaxRecords(long recordLimit) {
        return new StrictBuffer(recordLimit, maxBytes, logged, changelogConfig);
    }

    @Override
    public Suppressed.StrictBufferConfig withMaxBytes(long byteLimit) {
        return new StrictBuffer(maxRecords, byteLimit, logged, changelogConfig);
    }

    @Override
    public Suppressed.StrictBufferConfig withNoBound() {
        return new StrictBuffer(Long.MAX_VALUE, Long.MAX_VALUE, logged, changelogConfig);
    }

    @Override
    public Suppressed.StrictBufferConfig shutDownWhenFull() {
        return this;
    }

    @Override
    public Suppressed.EagerBufferConfig emitEarlyWhenFull() {
        return new EagerBuffer(maxRecords, maxBytes, logged, changelogConfig);
    }

    @Override
    public Suppressed.StrictBufferConfig withLoggingDisabled() {
        return new StrictBuffer(maxRecords, maxBytes, false, Map.of());
    }

    @Override
    public Suppressed.StrictBufferConfig withLoggingEnabled(@Nullable Map<String, String> config) {
        return new StrictBuffer(maxRecords, maxBytes, true, config == null ? Map.of() : config);
    }
}
