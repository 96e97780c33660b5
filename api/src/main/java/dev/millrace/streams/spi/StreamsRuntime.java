package dev.millrace.streams.spi;

import dev.millrace.streams.CloseOptions;
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
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.jspecify.annotations.Nullable;

/**
 * The engine behind a {@code KafkaStreams}; each method is the method of the same name there, and is documented there. Safe
 * for any thread.
 */
public interface StreamsRuntime {

    void start();

    /** Stops; says whether all threads ended within the time-out. */
    boolean close(CloseOptions options);

    void cleanUp();

    void pause();

    void resume();

    boolean isPaused();

    KafkaStreams.State state();

    void setStateListener(KafkaStreams.@Nullable StateListener listener);

    void setUncaughtExceptionHandler(StreamsUncaughtExceptionHandler handler);

    void setGlobalStateRestoreListener(StateRestoreListener listener);

    void setStandbyUpdateListener(StandbyUpdateListener listener);

    Optional<String> addStreamThread();

    Optional<String> removeStreamThread(@Nullable Duration timeout);

    Collection<StreamsMetadata> metadataForAllStreamsClients();

    Collection<StreamsMetadata> streamsMetadataForStore(String storeName);

    <K> KeyQueryMetadata queryMetadataForKey(String storeName, K key, StreamPartitioner<? super K, ?> partitioner);

    <T> T store(StoreQueryParameters<T> parameters);

    Set<ThreadMetadata> metadataForLocalThreads();

    Map<String, Map<Integer, LagInfo>> allLocalStorePartitionLags();

    Map<MetricName, ? extends Metric> metrics();
}
