package dev.millrace.runtime;

import dev.millrace.streams.KafkaClientSupplier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/** The application's client supplier, with a memory: which clients it made, as long as they are in use. Safe for any thread. */
final class KnownClients implements KafkaClientSupplier {
    private final KafkaClientSupplier supplier;
    private final Set<AutoCloseable> known =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
    private final Map<String, Producer<byte[], byte[]>> producers = new ConcurrentHashMap<>();
    private volatile @Nullable Admin admin;

    KnownClients(KafkaClientSupplier supplier) {
        this.supplier = supplier;
    }

    /** The admin client, which must have been made. */
    Admin admin() {
        return Objects.requireNonNull(admin, "the admin client is not made yet");
    }

    /** The producer with this client id, null if none was made. */
    @Nullable
    Producer<byte[], byte[]> producer(String clientId) {
        return producers.get(clientId);
    }

    /** What the clients measure. */
    Map<MetricName, Metric> metrics() {
        List<AutoCloseable> clients;
        synchronized (known) {
            clients = new ArrayList<>(known);
        }
        Map<MetricName, Metric> metrics = new HashMap<>();
        clients.forEach(client -> metrics.putAll(metricsOf(client)));
        return metrics;
    }

    private static Map<MetricName, ? extends Metric> metricsOf(AutoCloseable client) {
        if (client instanceof Consumer<?, ?> consumer) {
            return consumer.metrics();
        }
        if (client instanceof Producer<?, ?> producer) {
            return producer.metrics();
        }
        return ((Admin) client).metrics();
    }

    private <T extends AutoCloseable> T remember(T client) {
        known.add(client);
        return client;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        Admin made = remember(supplier.getAdmin(config));
        admin = made;
        return made;
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        Producer<byte[], byte[]> made = remember(supplier.getProducer(config));
        producers.put(String.valueOf(config.get(ProducerConfig.CLIENT_ID_CONFIG)), made);
        return made;
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return remember(supplier.getConsumer(config));
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return remember(supplier.getRestoreConsumer(config));
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return remember(supplier.getGlobalConsumer(config));
    }
}
