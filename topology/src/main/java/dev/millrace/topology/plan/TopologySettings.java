package dev.millrace.topology.plan;

import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.TopologyConfig;
import dev.millrace.streams.errors.DeserializationExceptionHandler;
import dev.millrace.streams.processor.TimestampExtractor;
import org.apache.kafka.common.config.AbstractConfig;
import org.jspecify.annotations.Nullable;

/**
 * The settings that a topology runs with: those of the application that runs it, and over them its own, if it has a name.
 *
 * <p>A {@link TopologyConfig} also knows the settings of an application, but those count while the program is written only:
 * a program is run by whoever it is given to. Tasks that keep global stores have the application's settings.
 */
@SuppressWarnings("deprecation") // the settings of older versions still count
public final class TopologySettings {
    private final StreamsConfig application;

    /** Null if nothing is overridden. */
    private final @Nullable TopologyConfig own;

    /**
     * The settings of a topology that {@code application} runs.
     *
     * @param topology what the program was made with, null for nothing; without a name it overrides nothing
     */
    public TopologySettings(StreamsConfig application, @Nullable TopologyConfig topology) {
        this.application = application;
        this.own = topology != null && topology.isNamedTopology() ? topology : null;
    }

    /** How many records of one partition may wait. */
    public int maxBufferedRecords() {
        String key = StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG;
        return deciding(key).getInt(key);
    }

    /** How long a task waits for inputs that have no records. */
    public long maxTaskIdleMs() {
        String key = StreamsConfig.MAX_TASK_IDLE_MS_CONFIG;
        return deciding(key).getLong(key);
    }

    /** How long a task may make no progress because of errors. */
    public long taskTimeoutMs() {
        String key = StreamsConfig.TASK_TIMEOUT_MS_CONFIG;
        return deciding(key).getLong(key);
    }

    private AbstractConfig deciding(String key) {
        TopologyConfig overriding = overriding(key);
        return overriding == null ? application : overriding;
    }

    /** The topology's settings if they say something about {@code key}. */
    private @Nullable TopologyConfig overriding(String key) {
        return own != null && own.originals().containsKey(key) ? own : null;
    }

    /** What tells the time of a record: a new instance. */
    public TimestampExtractor timestampExtractor() {
        TopologyConfig overriding = overriding(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG);
        return overriding == null
                ? application.defaultTimestampExtractor()
                : overriding.timestampExtractorSupplier.get();
    }

    /** What decides about records that cannot be read: a new instance. The old name of the setting never beats the new one. */
    public DeserializationExceptionHandler deserializationExceptionHandler() {
        String key = StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG;
        TopologyConfig overriding = overriding(key);
        if (overriding == null && !application.originals().containsKey(key)) {
            overriding = overriding(StreamsConfig.DEFAULT_DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG);
        }
        return overriding == null
                ? application.deserializationExceptionHandler()
                : overriding.deserializationExceptionHandlerSupplier.get();
    }

    /** How many bytes the record caches of all stores may take: a topology can do without, but not have another size. */
    public long cacheBytes() {
        String key = StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG;
        String deprecated = StreamsConfig.CACHE_MAX_BYTES_BUFFERING_CONFIG;
        TopologyConfig overriding = overriding(key) == null ? overriding(deprecated) : overriding(key);
        if (overriding != null && overriding.cacheSize == 0) {
            return 0;
        }
        boolean onlyDeprecated = application.originals().containsKey(deprecated)
                && !application.originals().containsKey(key);
        return application.getLong(onlyDeprecated ? deprecated : key);
    }
}
