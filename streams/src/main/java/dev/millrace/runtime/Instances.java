package dev.millrace.runtime;

import dev.millrace.engine.metric.Sensors;
import dev.millrace.engine.port.TopicAdmin;
import dev.millrace.engine.time.Clock;
import dev.millrace.kafka.Clients;
import dev.millrace.streams.KafkaClientSupplier;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.errors.TopologyException;
import dev.millrace.streams.spi.RuntimeProvider;
import dev.millrace.streams.spi.StreamsRuntime;
import dev.millrace.streams.spi.TopologyRecorder;
import dev.millrace.topology.plan.Plan;
import dev.millrace.topology.plan.Planner;
import dev.millrace.topology.recorder.RecordedTopology;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.metrics.KafkaMetricsContext;
import org.apache.kafka.common.metrics.MetricConfig;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.metrics.Sensor.RecordingLevel;
import org.apache.kafka.common.utils.Time;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door of this module, found by {@link java.util.ServiceLoader}: makes the instance behind a {@code KafkaStreams}. */
public final class Instances implements RuntimeProvider {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaStreams.class);
    private static final String JMX_DOMAIN = "kafka.streams";

    @Override
    public StreamsRuntime newRuntime(
            TopologyRecorder topology, StreamsConfig config, KafkaClientSupplier clients, Time time) {
        Plan plan = plan(topology, config);
        if (plan.subtopologies().isEmpty() && plan.globalStores().isEmpty()) {
            throw new TopologyException(
                    "Topology has no stream threads and no global threads, must subscribe to at least one source topic or"
                            + " global table");
        }
        Clock clock = new TimeClock(time);
        LocalState local = LocalState.open(config, plan, clock, LOG);
        boolean made = false;
        try {
            Instance instance = instance(config, plan, clients, clock, local);
            made = true;
            return instance;
        } finally {
            if (!made) {
                local.close();
            }
        }
    }

    private static Instance instance(
            StreamsConfig config, Plan plan, KafkaClientSupplier supplier, Clock clock, LocalState local) {
        InstanceIdentity identity = InstanceIdentity.of(config, local.processId());
        KnownClients known = new KnownClients(supplier);
        Clients clients = new Clients(config, known, identity.clientId(), identity.processId(), clock);
        Metrics registry = registry(config, identity);
        TopicAdmin admin = clients.topicAdmin();
        return new Instance(
                new Wiring(config, identity, plan, clock, clients, admin, local, new Sensors(registry), LOG),
                known,
                registry);
    }

    private static Metrics registry(StreamsConfig config, InstanceIdentity identity) {
        MetricConfig settings = new MetricConfig()
                .samples(config.getInt(StreamsConfig.METRICS_NUM_SAMPLES_CONFIG))
                .recordLevel(RecordingLevel.forName(config.getString(StreamsConfig.METRICS_RECORDING_LEVEL_CONFIG)))
                .timeWindow(config.getLong(StreamsConfig.METRICS_SAMPLE_WINDOW_MS_CONFIG), TimeUnit.MILLISECONDS);
        return new Metrics(
                settings,
                CommonClientConfigs.metricsReporters(identity.clientId(), config),
                Time.SYSTEM,
                new KafkaMetricsContext(
                        JMX_DOMAIN, config.originalsWithPrefix(CommonClientConfigs.METRICS_CONTEXT_PREFIX)));
    }

    private static Plan plan(TopologyRecorder topology, StreamsConfig config) {
        if (!(topology instanceof RecordedTopology recorded)) {
            throw new IllegalArgumentException(
                    "The topology was recorded by " + topology.getClass() + ", which is not of this release");
        }
        return Planner.plan(recorded.definition(), config);
    }
}
