package dev.millrace.streams;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Makes the Kafka clients an application uses: the place to hand in wrapped, instrumented or mocked ones.
 *
 * <p>Called from several threads. Each call must return a new client; the caller closes it.
 */
public interface KafkaClientSupplier {

    /**
     * Makes the client that creates and inspects topics.
     *
     * @param config the complete configuration of the client
     * @throws UnsupportedOperationException unless overridden
     */
    default Admin getAdmin(Map<String, Object> config) {
        throw new UnsupportedOperationException(
                getClass().getName() + " must implement getAdmin(Map): the application needs an admin client");
    }

    /** Makes the producer of a stream thread. */
    Producer<byte[], byte[]> getProducer(Map<String, Object> config);

    /** Makes the consumer a stream thread reads input and repartition topics with. */
    Consumer<byte[], byte[]> getConsumer(Map<String, Object> config);

    /** Makes the consumer changelogs are restored with. */
    Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config);

    /** Makes the consumer global tables are read with. */
    Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config);
}
