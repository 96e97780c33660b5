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
import dev.millrace.topology.plan.TopologySettings;
import dev.millrace.topology.recorder.RecordedTopology;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.metrics.KafkaMetricsContext;
import org.apache.kafka.common.metrics.Metrics;
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
        RecordedTopology recorded = recorded(topology);
        TopologySettings settings = recorded.settings(config);
        Plan plan = Planner.plan(recorded.definition(), config);
        if (plan.subtopologies().isEmpty() && plan.globalStores().isEmpty()) {
            throw new TopologyException(
                    "The topology reads nothing, so there is nothing to run: give it at least one source topic or a global"
                            + " table");
        }
        Clock clock = new TimeClock(time);
        LocalState local = LocalState.open(config, settings.cacheBytes(), plan, clock, LOG);
        boolean made = false;
        try {
            Instance instance = instance(config, settings, plan, clients, time, local);
            made = true;
            return instance;
        } finally {
            if (!made) {
                local.close();
            }
        }
    }

    private static Instance instance(
            StreamsConfig config,
            TopologySettings settings,
            Plan plan,
            KafkaClientSupplier supplier,
            Time time,
            LocalState local) {
        Clock clock = new TimeClock(time);
        InstanceIdentity identity = InstanceIdentity.of(config, local.processId());
        KnownClients known = new KnownClients(supplier);
        Clients clients = new Clients(config, known, identity.clientId(), identity.processId(), clock);
        Metrics registry = registry(config, identity, time);
        TopicAdmin admin = clients.topicAdmin();
        return new Instance(
                new Wiring(config, settings, identity, plan, clock, clients, admin, local, new Sensors(registry), LOG),
                known,
                registry);
    }

    private static Metrics registry(StreamsConfig config, InstanceIdentity identity, Time time) {
        return new Metrics(
                Sensors.settings(config),
                CommonClientConfigs.metricsReporters(identity.clientId(), config),
                time,
                new KafkaMetricsContext(
                        JMX_DOMAIN, config.originalsWithPrefix(CommonClientConfigs.METRICS_CONTEXT_PREFIX)));
    }

    private static RecordedTopology recorded(TopologyRecorder topology) {
        if (!(topology instanceof RecordedTopology recorded)) {
            throw new IllegalArgumentException(
                    "The topology was recorded by " + topology.getClass() + ", which is not of this release");
        }
        return recorded;
    }
}
