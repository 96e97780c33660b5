package dev.millrace.kafka;

import dev.millrace.engine.port.ChangelogSource;
import dev.millrace.engine.port.RecordSource;
import dev.millrace.engine.port.TopicAdmin;
import dev.millrace.engine.port.Transaction;
import dev.millrace.engine.time.Clock;
import dev.millrace.kafka.fault.DeadLetters;
import dev.millrace.kafka.fault.ExceptionHandlers;
import dev.millrace.kafka.group.KafkaMembership;
import dev.millrace.streams.AutoOffsetReset;
import dev.millrace.streams.KafkaClientSupplier;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.errors.DefaultProductionExceptionHandler;
import dev.millrace.streams.errors.DeserializationExceptionHandler;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.jspecify.annotations.Nullable;

/**
 * Makes every Kafka client of an instance, through the application's {@code KafkaClientSupplier} and with the reference's
 * client ids, and puts it behind the engine's port.
 *
 * <pre>
 *   client id, where client.id=me           made for
 *   me-admin                                the instance
 *   me-global-consumer                      the instance, if it has global tables
 *   me-StreamThread-1-consumer              each worker, numbered from 1
 *   me-StateUpdater-1-restore-consumer      each worker
 *   me-StreamThread-1-producer              each worker
 * </pre>
 *
 * Safe for any thread, as far as the supplier is.
 */
public final class Clients {
    /** Four times the producer's own default: fewer, larger requests, which cost brokers and the producer less (ADR 9). */
    private static final int BATCH_SIZE_BYTES = 64 * 1024;

    /**
     * What a consumer is told that has whole changelogs to read, unless the application says otherwise: five times the records
     * in a poll, and as much in the socket's buffer as the system thinks fit (ADR 13).
     */
    private static final Map<String, Object> RESTORE_CONSUMER_DEFAULTS =
            Map.of(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000, ConsumerConfig.RECEIVE_BUFFER_CONFIG, -1);

    private final StreamsConfig config;
    private final KafkaClientSupplier supplier;
    private final String clientId;
    private final UUID processId;
    private final Clock clock;
    private final String applicationId;
    private final boolean exactlyOnce;

    /** Of each thread, by its name. */
    private final Map<String, InstanceIds> instanceIds = new ConcurrentHashMap<>();

    /**
     * @param clientId the prefix of all client ids
     * @param processId stays the same when the process restarts on its state directory, so that a worker fences its own past
     */
    public Clients(StreamsConfig config, KafkaClientSupplier supplier, String clientId, UUID processId, Clock clock) {
        this.config = config;
        this.supplier = supplier;
        this.clientId = clientId;
        this.processId = processId;
        this.clock = clock;
        this.applicationId = config.getString(StreamsConfig.APPLICATION_ID_CONFIG);
        this.exactlyOnce =
                StreamsConfig.EXACTLY_ONCE_V2.equals(config.getString(StreamsConfig.PROCESSING_GUARANTEE_CONFIG));
    }

    /** The name of a worker's thread, which its clients' ids begin with. */
    public String threadName(int workerNumber) {
        return clientId + "-StreamThread-" + workerNumber;
    }

    /** The name of the thread that keeps global stores. */
    public String globalThreadName() {
        return clientId + "-GlobalStreamThread";
    }

    /** The client id of a worker's main consumer, by the name of its thread. */
    public static String consumerId(String threadName) {
        return threadName + "-consumer";
    }

    /** The client id of a worker's consumer for restoration. */
    public static String restoreConsumerId(String threadName) {
        return threadName.replace("-StreamThread-", "-StateUpdater-") + "-restore-consumer";
    }

    /** The client id of a worker's producer. */
    public static String producerId(String threadName) {
        return threadName + "-producer";
    }

    /** The client id of the admin client. */
    public static String adminId(String clientId) {
        return clientId + "-admin";
    }

    /** The admin client. One for the instance. */
    public TopicAdmin topicAdmin() {
        Map<String, String> topicSettings = new HashMap<>();
        config.originalsWithPrefix(StreamsConfig.TOPIC_PREFIX)
                .forEach((key, value) -> topicSettings.put(key, String.valueOf(value)));
        return new KafkaTopicAdmin(
                supplier.getAdmin(config.getAdminConfigs(adminId(clientId))),
                applicationId,
                topicSettings,
                config.getInt(StreamsConfig.REPLICATION_FACTOR_CONFIG));
    }

    /**
     * A worker's main consumer.
     *
     * @param resets the offset reset policies of topics whose sources have one of their own
     */
    public RecordSource recordSource(int workerNumber, Map<String, AutoOffsetReset> resets) {
        return recordSource(workerNumber, resets::get, !resets.isEmpty());
    }

    /** A worker's main consumer, with a policy per topic where sources are patterns; null for the configured one. */
    public RecordSource recordSource(int workerNumber, TopicResets resets, boolean anyResets) {
        Map<String, Object> settings =
                config.getMainConsumerConfigs(applicationId, consumerId(threadName(workerNumber)), workerNumber);
        Object configured = settings.get(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG);
        if (anyResets) {
            // Then the consumer must not reset by itself, but say so and leave it to us.
            settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        }
        KafkaMembership.Door door = new KafkaMembership.Door();
        settings.put(KafkaMembership.DOOR, door);
        Consumer<byte[], byte[]> consumer = supplier.getConsumer(settings);
        OffsetResets offsetResets = new OffsetResets(resets::of, String.valueOf(configured), clock);
        return new KafkaRecordSource(
                consumer, offsetResets, door, known(threadName(workerNumber), "consumer", consumer));
    }

    /** A worker's consumer for restoration. */
    public ChangelogSource changelogSource(int workerNumber, TopicAdmin admin) {
        String threadName = threadName(workerNumber);
        Map<String, Object> settings = config.getRestoreConsumerConfigs(restoreConsumerId(threadName));
        RESTORE_CONSUMER_DEFAULTS.forEach((key, value) -> {
            if (!chosenForRestoration(key)) {
                settings.put(key, value);
            }
        });
        Consumer<byte[], byte[]> consumer = supplier.getRestoreConsumer(settings);
        return new KafkaChangelogSource(consumer, admin, exactlyOnce, known(threadName, "restore-consumer", consumer));
    }

    private boolean chosenForRestoration(String key) {
        Map<String, Object> given = config.originals();
        return given.containsKey(key)
                || given.containsKey(StreamsConfig.CONSUMER_PREFIX + key)
                || given.containsKey(StreamsConfig.RESTORE_CONSUMER_PREFIX + key);
    }

    /** The consumer of global tables. */
    public ChangelogSource globalSource(TopicAdmin admin) {
        Consumer<byte[], byte[]> consumer = supplier.getGlobalConsumer(config.getGlobalConsumerConfigs(clientId));
        return new KafkaChangelogSource(
                consumer, admin, exactlyOnce, known(globalThreadName(), "global-consumer", consumer));
    }

    private InstanceIds known(String threadName, String role, Consumer<?, ?> consumer) {
        InstanceIds ids = instanceIds.computeIfAbsent(threadName, missing -> new InstanceIds());
        ids.add(threadName + "-" + role, consumer);
        return ids;
    }

    /** Asks a thread's consumers for the ids under which they push telemetry; by thread name and kind of consumer. */
    public Map<String, InstanceIdQuestion> askInstanceIds(String threadName) {
        InstanceIds ids = instanceIds.get(threadName);
        return ids == null ? Map.of() : ids.ask();
    }

    /** A worker's exception handlers: {@code unreadable}, and new instances of the configured classes. */
    public ExceptionHandlers exceptionHandlers(DeserializationExceptionHandler unreadable, DeadLetters deadLetters) {
        return new ExceptionHandlers(
                unreadable, config.processingExceptionHandler(), config.productionExceptionHandler(), deadLetters);
    }

    /** A worker's producer. */
    public KafkaRecordSink recordSink(int workerNumber, ExceptionHandlers handlers, DeadLetters deadLetters) {
        Map<String, Object> settings = config.getProducerConfigs(producerId(threadName(workerNumber)));
        settings.putIfAbsent(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_SIZE_BYTES);
        if (exactlyOnce) {
            settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, applicationId + "-" + processId + "-" + workerNumber);
        }
        return new KafkaRecordSink(
                () -> supplier.getProducer(new HashMap<>(settings)), handlers, deadLetters, contextWanted(handlers));
    }

    /** The built-in production handler looks at the source record only to make a dead letter of it. */
    private boolean contextWanted(ExceptionHandlers handlers) {
        return handlers.production() != DefaultProductionExceptionHandler.class
                || config.getString(StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG) != null;
    }

    /** The transactions of a worker's producer. */
    public Transaction transaction(KafkaRecordSink sink) {
        return new KafkaTransaction(sink);
    }

    /** Finds the offset reset policy of the source that reads a topic. */
    @FunctionalInterface
    public interface TopicResets {

        /** Null if the source has none of its own. */
        @Nullable
        AutoOffsetReset of(String topic);
    }
}
