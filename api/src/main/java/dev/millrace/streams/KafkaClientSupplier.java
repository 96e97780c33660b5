package dev.millrace.streams;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

public interface KafkaClientSupplier {

    default Admin getAdmin(Map<String, Object> config) {
        throw new UnsupportedOperationException("KafkaClientSupplier.getAdmin");
    }

    Producer<byte[], byte[]> getProducer(Map<String, Object> config);

    Consumer<byte[], byte[]> getConsumer(Map<String, Object> config);

    Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config);

    Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config);
}
