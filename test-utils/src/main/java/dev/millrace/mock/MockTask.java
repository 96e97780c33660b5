package dev.millrace.mock;

import dev.millrace.engine.metric.Sensors;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.StreamsMetrics;
import dev.millrace.streams.processor.StateStore;
import dev.millrace.streams.processor.TaskId;
import java.io.File;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.metrics.Metrics;
import org.jspecify.annotations.Nullable;

/** The task that a processor under test believes to be part of. */
public final class MockTask {
    /** The task that a test gets if it asks for none. */
    public static final TaskId ONLY_TASK = new TaskId(0, 0);

    private static final String NO_BROKER = "dummy-bootstrap-host:0";

    private final StreamsConfig config;
    private final TaskId id;
    private final @Nullable File stateDir;
    private final StreamsMetrics metrics = new Sensors(new Metrics());
    private final Map<String, StateStore> stores = new HashMap<>();
    private final Given<Long> streamTimeMs = new Given<>("Stream time", "setCurrentStreamTimeMs()");
    private final Given<Long> systemTimeMs = new Given<>("System time", "setCurrentSystemTimeMs()");
    private boolean committed;

    /**
     * Creates the task.
     *
     * @param given the settings; {@code application.id} and {@code bootstrap.servers} may be left out
     * @param stateDir where stores keep files; null if none does
     */
    public MockTask(Properties given, TaskId id, @Nullable File stateDir) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, NO_BROKER);
        given.stringPropertyNames().forEach(name -> settings.put(name, given.getProperty(name)));
        settings.putAll(given);
        this.config = new StreamsConfig(settings);
        this.id = id;
        this.stateDir = stateDir;
    }

    public StreamsConfig config() {
        return config;
    }

    public String applicationId() {
        return config.getString(StreamsConfig.APPLICATION_ID_CONFIG);
    }

    /** All settings, those with defaults and those that nobody knows included. */
    public Map<String, Object> settings() {
        Map<String, Object> all = new HashMap<>(config.originals());
        all.putAll(config.values());
        return all;
    }

    public TaskId id() {
        return id;
    }

    public @Nullable File stateDir() {
        return stateDir;
    }

    public StreamsMetrics metrics() {
        return metrics;
    }

    public Map<String, StateStore> stores() {
        return stores;
    }

    public Given<Long> streamTimeMs() {
        return streamTimeMs;
    }

    public Given<Long> systemTimeMs() {
        return systemTimeMs;
    }

    public boolean committed() {
        return committed;
    }

    public void setCommitted(boolean committed) {
        this.committed = committed;
    }
}
