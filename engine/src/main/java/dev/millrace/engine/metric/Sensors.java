package dev.millrace.engine.metric;

import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.StreamsMetrics;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.Sensor;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.metrics.stats.Avg;
import org.apache.kafka.common.metrics.stats.CumulativeCount;
import org.apache.kafka.common.metrics.stats.Max;
import org.apache.kafka.common.metrics.stats.Rate;
import org.apache.kafka.common.metrics.stats.WindowedCount;

/**
 * The sensors that user code adds, in Kafka's own registry. They carry the name of the thread that added them, because every
 * thread has its own instances of the user's processors.
 */
public final class Sensors implements StreamsMetrics {
    private final Metrics registry;

    /** The {@code registry} is closed by who made it. */
    public Sensors(Metrics registry) {
        this.registry = registry;
    }

    /** The settings of the registry of an application: what is recorded, and over which time. */
    public static MetricConfig settings(StreamsConfig config) {
        return new MetricConfig()
                .samples(config.getInt(StreamsConfig.METRICS_NUM_SAMPLES_CONFIG))
                .recordLevel(RecordingLevel.forName(config.getString(StreamsConfig.METRICS_RECORDING_LEVEL_CONFIG)))
                .timeWindow(config.getLong(StreamsConfig.METRICS_SAMPLE_WINDOW_MS_CONFIG), TimeUnit.MILLISECONDS);
    }

    @Override
    public Map<MetricName, ? extends Metric> metrics() {
        return registry.metrics();
    }

    @Override
    public Sensor addLatencyRateTotalSensor(
            String scopeName, String entityName, String operationName, RecordingLevel recordingLevel, String... tags) {
        Sensor sensor = addRateTotalSensor(scopeName, entityName, operationName, recordingLevel, tags);
        Family family = new Family(scopeName, entityName, operationName, tags);
        sensor.add(family.name("-latency-avg", "The average latency of"), new Avg());
        sensor.add(family.name("-latency-max", "The maximum latency of"), new Max());
        return sensor;
    }

    @Override
    public Sensor addRateTotalSensor(
            String scopeName, String entityName, String operationName, RecordingLevel recordingLevel, String... tags) {
        Family family = new Family(scopeName, entityName, operationName, tags);
        Sensor sensor = registry.sensor(family.sensorName(), recordingLevel);
        sensor.add(family.name("-rate", "The number per second of"), new Rate(new WindowedCount()));
        sensor.add(family.name("-total", "The number of"), new CumulativeCount());
        return sensor;
    }

    @Override
    public Sensor addSensor(String name, RecordingLevel recordingLevel) {
        return registry.sensor(name, recordingLevel);
    }

    @Override
    public Sensor addSensor(String name, RecordingLevel recordingLevel, Sensor... parents) {
        return registry.sensor(name, recordingLevel, parents);
    }

    @Override
    public void removeSensor(Sensor sensor) {
        registry.removeSensor(
                Objects.requireNonNull(sensor, "sensor cannot be null").name());
    }

    /** The names of the metrics of one operation. */
    private final class Family {
        private final String scope;
        private final String entity;
        private final String operation;
        private final Map<String, String> tags = new LinkedHashMap<>();

        Family(String scope, String entity, String operation, String... moreTags) {
            if (moreTags.length % 2 != 0) {
                throw new IllegalArgumentException(
                        "Tags come in pairs of key and value, but there are " + moreTags.length + " strings");
            }
            this.scope = scope;
            this.entity = entity;
            this.operation = operation;
            tags.put("thread-id", Thread.currentThread().getName());
            tags.put(scope + "-id", entity);
            for (int i = 0; i < moreTags.length; i += 2) {
                tags.put(moreTags[i], moreTags[i + 1]);
            }
        }

        String sensorName() {
            return scope + "." + operation + "." + tags;
        }

        MetricName name(String suffix, String description) {
            return registry.metricName(
                    operation + suffix,
                    "stream-" + scope + "-metrics",
                    description + " " + operation + " of " + entity,
                    tags);
        }
    }
}
