package dev.millrace.streams;

import java.util.Map;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Sensor;

public interface StreamsMetrics {

    Map<MetricName, ? extends Metric> metrics();

    Sensor addLatencyRateTotalSensor(
            String scopeName,
            String entityName,
            String operationName,
            Sensor.RecordingLevel recordingLevel,
            String... tags);

    Sensor addRateTotalSensor(
            String scopeName,
            String entityName,
            String operationName,
            Sensor.RecordingLevel recordingLevel,
            String... tags);

    Sensor addSensor(String name, Sensor.RecordingLevel recordingLevel);

    Sensor addSensor(String name, Sensor.RecordingLevel recordingLevel, Sensor... parents);

    void removeSensor(Sensor sensor);
}
