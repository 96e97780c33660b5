package dev.millrace.streams.spi;

import dev.millrace.streams.ClientInstanceIds;
import dev.millrace.streams.KafkaStreams;
import dev.millrace.streams.KeyQueryMetadata;
import dev.millrace.streams.LagInfo;
import dev.millrace.streams.StoreQueryParameters;
import dev.millrace.streams.StreamsMetadata;
import dev.millrace.streams.ThreadMetadata;
import dev.millrace.streams.errors.StreamsUncaughtExceptionHandler;
import dev.millrace.streams.processor.StandbyUpdateListener;
import dev.millrace.streams.processor.StateRestoreListener;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.streams.query.StateQueryRequest;
import dev.millrace.streams.query.StateQueryResult;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * The engine behind a {@code KafkaStreams}; each method is the method of the same name there, and is documented there. Safe
 * for any thread.
 */
public interface StreamsRuntime {

    /** The name that this instance and its clients go by. */
    String clientId();

    /** The client with which the instance looks after its topics. */
    Admin adminClient();

    void start();

    /**
     * Stops; says whether everything ended within the time-out.
     *
     * @param timeout null to wait as long as it takes
     */
    boolean close(@Nullable Duration timeout, boolean leaveGroup);

    void cleanUp();

    void pause();

    void resume();

    boolean isPaused();

    KafkaStreams.State state();

    void setStateListener(KafkaStreams.@Nullable StateListener listener);

    void setUncaughtExceptionHandler(StreamsUncaughtExceptionHandler handler);

    void setGlobalStateRestoreListener(@Nullable StateRestoreListener listener);

    void setStandbyUpdateListener(@Nullable StandbyUpdateListener listener);

    Optional<String> addStreamThread();

    Optional<String> removeStreamThread(@Nullable Duration timeout);

    Collection<StreamsMetadata> metadataForAllStreamsClients();

    Collection<StreamsMetadata> streamsMetadataForStore(String storeName);

    <K> KeyQueryMetadata queryMetadataForKey(String storeName, K key, Serializer<K> keySerializer);

    <K> KeyQueryMetadata queryMetadataForKey(String storeName, K key, StreamPartitioner<? super K, ?> partitioner);

    <T> T store(StoreQueryParameters<T> parameters);

    <R> StateQueryResult<R> query(StateQueryRequest<R> request);

    Set<ThreadMetadata> metadataForLocalThreads();

    Map<String, Map<Integer, LagInfo>> allLocalStorePartitionLags();

    Map<MetricName, ? extends Metric> metrics();

    ClientInstanceIds clientInstanceIds(Duration timeout);
}
