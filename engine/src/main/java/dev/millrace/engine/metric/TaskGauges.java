package dev.millrace.engine.metric;

import dev.millrace.streams.processor.TaskId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.metrics.Metrics;

/** The counters of one task as metrics: read when somebody asks, never pushed. */
public final class TaskGauges implements AutoCloseable {
    private static final String GROUP = "stream-task-metrics";

    private final Metrics metrics;
    private final TaskCounters counters;
    private final Map<String, String> tags;
    private final List<MetricName> names = new ArrayList<>();

    /** Publishes; {@link #close} withdraws. */
    public TaskGauges(Metrics metrics, String threadName, TaskId task, TaskCounters counters) {
        this.metrics = metrics;
        this.counters = counters;
        this.tags = Map.of("thread-id", threadName, "task-id", task.toString());
        publish("process-total", "The total number of calls to process", TaskCounters::processedRecords);
        publish("dropped-records-total", "The total number of dropped records", TaskCounters::droppedRecords);
        publish("punctuate-total", "The total number of calls to punctuate", TaskCounters::punctuations);
    }

    private void publish(String name, String description, ToDoubleFunction<TaskCounters> value) {
        MetricName metric = metrics.metricName(name, GROUP, description, tags);
        metrics.addMetric(metric, (config, nowMs) -> value.applyAsDouble(counters));
        names.add(metric);
    }

    @Override
    public void close() {
        names.forEach(metrics::removeMetric);
    }
}
