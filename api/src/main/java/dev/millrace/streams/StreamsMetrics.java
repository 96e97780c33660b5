package dev.millrace.streams;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;

/**
 * The metrics of the application, and a way for processors to add their own.
 *
 * <p>Thread-safe.
 */
public interface StreamsMetrics {

    /** All metrics there are now, read-only. */
    Map<MetricName, ? extends Metric> metrics();

    /**
     * Adds a sensor for the latency, the rate and the total number of an operation.
     *
     * @param scopeName what kind of thing is measured: the metrics' group is {@code stream-<scopeName>-metrics}
     * @param entityName which one: becomes the tag {@code <scopeName>-id}
     * @param operationName what it does: the prefix of the metric names
     * @param recordingLevel from which level on it is recorded
     * @param tags more tags: key, value, key, value ...
     * @throws IllegalArgumentException if a tag has a key and no value
     */
    Sensor addLatencyRateTotalSensor(
            String scopeName,
            String entityName,
            String operationName,
            Sensor.RecordingLevel recordingLevel,
            String... tags);

    /** Like {@link #addLatencyRateTotalSensor addLatencyRateTotalSensor}, without the latency. */
    Sensor addRateTotalSensor(
            String scopeName,
            String entityName,
            String operationName,
            Sensor.RecordingLevel recordingLevel,
            String... tags);

    /** Adds a sensor with no metrics yet; the one with this name if it exists. */
    Sensor addSensor(String name, Sensor.RecordingLevel recordingLevel);

    /** Like {@link #addSensor(String, Sensor.RecordingLevel)}, recording into its parents as well. */
    Sensor addSensor(String name, Sensor.RecordingLevel recordingLevel, Sensor... parents);

    /**
     * Removes the sensor, its metrics and its children.
     *
     * @throws NullPointerException if the sensor is null
     */
    void removeSensor(Sensor sensor);
}
