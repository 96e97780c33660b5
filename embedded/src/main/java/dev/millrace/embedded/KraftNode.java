package dev.millrace.embedded;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import kafka.server.BrokerServer;
import kafka.server.ControllerServer;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.server.Server;
import kafka.server.SharedServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.bootstrap.BootstrapMetadata;
import org.apache.kafka.metadata.properties.MetaPropertiesEnsemble;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.LoggerFactory;

/**
 * The Kafka broker proper: a controller and a broker in one node, put together from Kafka's own parts.
 *
 * <p>Kafka's ready-made assembly, {@code KafkaRaftServer}, is not used because it insists on its own fault handlers,
 * which halt the JVM, and on its own sockets, whose ports it does not tell. The parts below it take both as arguments.
 */
final class KraftNode {
    private final ControllerServer controller;
    private final BrokerServer broker;

    private KraftNode(ControllerServer controller, BrokerServer broker) {
        this.controller = controller;
        this.broker = broker;
    }

    /** A node that is not started yet, on log directories that are formatted if they are new. */
    static KraftNode on(KafkaConfig config, ListenSockets sockets, Faults faults) throws Exception {
        format(Path.of(config.metadataLogDir()));
        var loaded = KafkaRaftServer.initializeLogDirs(config, LoggerFactory.getLogger(KafkaRaftServer.class), "");
        MetaPropertiesEnsemble directories = loaded._1();
        BootstrapMetadata bootstrap = loaded._2();
        SharedServer shared = new SharedServer(
                config,
                directories,
                Time.SYSTEM,
                Server.initializeMetrics(
                        config, Time.SYSTEM, directories.clusterId().orElseThrow()),
                CompletableFuture.completedFuture(Map.of(BrokerProperties.NODE_ID, sockets.controller())),
                List.of(),
                faults,
                sockets);
        ControllerServer controller = new ControllerServer(shared, KafkaRaftServer.configSchema(), bootstrap);
        return new KraftNode(controller, new BrokerServer(shared));
    }

    /** Writes the identity of a new cluster into a new directory; leaves a formatted one as it is. */
    private static void format(Path logs) throws Exception {
        new Formatter()
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setNodeId(BrokerProperties.NODE_ID)
                .setClusterId(clusterId(logs))
                .setControllerListenerName(ListenSockets.CONTROLLER)
                .setMetadataLogDirectory(logs.toString())
                .addDirectory(logs.toString())
                .setIgnoreFormatted(true)
                .run();
    }

    private static String clusterId(Path logs) throws IOException {
        return new MetaPropertiesEnsemble.Loader()
                .addMetadataLogDir(logs.toString())
                .load()
                .clusterId()
                .orElseGet(() -> Uuid.randomUuid().toString());
    }

    /** Starts both; returns when the broker serves clients. */
    void start() {
        controller.startup();
        broker.startup();
    }

    /** Stops both, also if they were started in part only. */
    void stop(Duration patience) {
        try {
            broker.shutdown(patience);
        } finally {
            controller.shutdown();
        }
    }
}
