package dev.millrace.embedded;

import java.nio.file.Path;
import java.util.Properties;

/** The configuration of an embedded broker: one node, small, quick to start and to come back. */
final class BrokerProperties {
    static final int NODE_ID = 1;

    private BrokerProperties() {}

    /** All properties of a broker that keeps its logs in the given directory. */
    static Properties of(BrokerOptions options, Path logs, ListenSockets sockets, boolean afterKill) {
        if (logs.toString().contains(",")) {
            throw new BrokerException(
                    "Cannot use " + logs + " as the directory of a broker: Kafka takes the comma for the"
                            + " end of its name. Give a directory without one.");
        }
        Properties p = new Properties();
        identity(p, logs, sockets);
        topics(p, options);
        internalTopics(p);
        promptness(p, afterKill);
        footprint(p);
        p.putAll(options.properties());
        return p;
    }

    private static void identity(Properties p, Path logs, ListenSockets sockets) {
        String clients = address(ListenSockets.CLIENTS, sockets.clients().getPort());
        String controller =
                address(ListenSockets.CONTROLLER, sockets.controller().getPort());
        set(p, "process.roles", "broker,controller");
        set(p, "node.id", NODE_ID);
        set(p, "log.dirs", logs);
        set(p, "listeners", clients + "," + controller);
        set(p, "advertised.listeners", clients);
        set(p, "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        set(p, "inter.broker.listener.name", ListenSockets.CLIENTS);
        set(p, "controller.listener.names", ListenSockets.CONTROLLER);
        set(p, "controller.quorum.voters", NODE_ID + "@" + controller.substring(controller.indexOf("//") + 2));
    }

    private static String address(String listener, int port) {
        return listener + "://" + ListenSockets.HOST + ":" + port;
    }

    private static void topics(Properties p, BrokerOptions options) {
        set(p, "num.partitions", options.partitions());
        set(p, "default.replication.factor", 1);
        set(p, "min.insync.replicas", 1);
        set(p, "auto.create.topics.enable", false);
        // Retention goes by the records' own timestamps: yesteryear's data would be deleted as it is written.
        set(p, "log.retention.ms", -1);
    }

    private static void internalTopics(Properties p) {
        for (String topic : new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            set(p, topic + ".replication.factor", 1);
            set(p, topic + ".num.partitions", 4);
        }
        set(p, "transaction.state.log.min.isr", 1);
        set(p, "share.coordinator.state.topic.min.isr", 1);
    }

    /** Nothing to wait for in a cluster of one: groups form at once, and transactions and sessions may time out fast. */
    private static void promptness(Properties p, boolean afterKill) {
        set(p, "group.initial.rebalance.delay.ms", 0);
        set(p, "group.min.session.timeout.ms", 100);
        set(p, "group.consumer.min.heartbeat.interval.ms", 100);
        set(p, "group.consumer.min.session.timeout.ms", 1_000);
        set(p, "group.streams.initial.rebalance.delay.ms", 0);
        set(p, "group.streams.min.heartbeat.interval.ms", 100);
        set(p, "group.streams.min.session.timeout.ms", 1_000);
        set(p, "group.streams.heartbeat.interval.ms", 500);
        set(p, "transaction.abort.timed.out.transaction.cleanup.interval.ms", 200);
        set(p, "controller.quorum.append.linger.ms", 1);
        set(p, "server.max.startup.time.ms", 120_000);
        session(p, afterKill);
    }

    /**
     * A killed broker is only let in again when the session of its predecessor has run out. So sessions are short after
     * a kill; otherwise long, lest a broker that was merely slow (a long collection, a busy machine) be shut out.
     */
    private static void session(Properties p, boolean afterKill) {
        set(p, "broker.heartbeat.interval.ms", afterKill ? 200 : 1_000);
        set(p, "broker.session.timeout.ms", afterKill ? 1_000 : 10_000);
    }

    private static void footprint(Properties p) {
        set(p, "metadata.max.idle.interval.ms", 10_000); // an idle broker writes two records a second otherwise
        set(p, "num.network.threads", 2);
        set(p, "num.io.threads", 2);
        set(p, "background.threads", 2);
        set(p, "group.coordinator.threads", 1);
        set(p, "share.coordinator.threads", 1);
        set(p, "log.cleaner.dedupe.buffer.size", 2 << 20);
        set(p, "log.index.size.max.bytes", 1 << 20);
    }

    private static void set(Properties p, String name, Object value) {
        p.setProperty(name, value.toString());
    }
}
