package dev.millrace.streams;

import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.errors.StreamsUncaughtExceptionHandler;
import dev.millrace.streams.processor.StandbyUpdateListener;
import dev.millrace.streams.processor.StateRestoreListener;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.streams.query.StateQueryRequest;
import dev.millrace.streams.query.StateQueryResult;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.annotation.InterfaceStability;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Time;

public class KafkaStreams implements AutoCloseable {
    protected final String clientId;
    protected final StreamsConfig applicationConfigs;
    protected final List<?> threads;
    protected final Admin adminClient;
    protected volatile State state;

    public KafkaStreams(Topology topology, Properties props) {
        throw new UnsupportedOperationException("KafkaStreams");
    }

    public KafkaStreams(Topology topology, Properties props, KafkaClientSupplier clientSupplier) {
        throw new UnsupportedOperationException("KafkaStreams");
    }

    public KafkaStreams(Topology topology, Properties props, Time time) {
        throw new UnsupportedOperationException("KafkaStreams");
    }

    public KafkaStreams(Topology topology, Properties props, KafkaClientSupplier clientSupplier, Time time) {
        throw new UnsupportedOperationException("KafkaStreams");
    }

    public KafkaStreams(Topology topology, StreamsConfig applicationConfigs) {
        throw new UnsupportedOperationException("KafkaStreams");
    }

    public KafkaStreams(Topology topology, StreamsConfig applicationConfigs, KafkaClientSupplier clientSupplier) {
        throw new UnsupportedOperationException("KafkaStreams");
    }

    public KafkaStreams(Topology topology, StreamsConfig applicationConfigs, Time time) {
        throw new UnsupportedOperationException("KafkaStreams");
    }

    public State state() {
        throw new UnsupportedOperationException("KafkaStreams.state");
    }

    public void setStateListener(StateListener listener) {
        throw new UnsupportedOperationException("KafkaStreams.setStateListener");
    }

    public void setUncaughtExceptionHandler(StreamsUncaughtExceptionHandler userStreamsUncaughtExceptionHandler) {
        throw new UnsupportedOperationException("KafkaStreams.setUncaughtExceptionHandler");
    }

    public void setGlobalStateRestoreListener(StateRestoreListener globalStateRestoreListener) {
        throw new UnsupportedOperationException("KafkaStreams.setGlobalStateRestoreListener");
    }

    public void setStandbyUpdateListener(StandbyUpdateListener standbyListener) {
        throw new UnsupportedOperationException("KafkaStreams.setStandbyUpdateListener");
    }

    public Map<MetricName, ? extends Metric> metrics() {
        throw new UnsupportedOperationException("KafkaStreams.metrics");
    }

    public Optional<String> addStreamThread() {
        throw new UnsupportedOperationException("KafkaStreams.addStreamThread");
    }

    public Optional<String> removeStreamThread() {
        throw new UnsupportedOperationException("KafkaStreams.removeStreamThread");
    }

    public Optional<String> removeStreamThread(Duration timeout) {
        throw new UnsupportedOperationException("KafkaStreams.removeStreamThread");
    }

    public void start() throws IllegalStateException, StreamsException {
        throw new UnsupportedOperationException("KafkaStreams.start");
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException("KafkaStreams.close");
    }

    public boolean close(Duration timeout) throws IllegalArgumentException {
        throw new UnsupportedOperationException("KafkaStreams.close");
    }

    @Deprecated(since = "4.2")
    public boolean close(CloseOptions options) throws IllegalArgumentException {
        throw new UnsupportedOperationException("KafkaStreams.close");
    }

    public boolean close(dev.millrace.streams.CloseOptions options) throws IllegalArgumentException {
        throw new UnsupportedOperationException("KafkaStreams.close");
    }

    public void cleanUp() {
        throw new UnsupportedOperationException("KafkaStreams.cleanUp");
    }

    public Collection<StreamsMetadata> metadataForAllStreamsClients() {
        throw new UnsupportedOperationException("KafkaStreams.metadataForAllStreamsClients");
    }

    public Collection<StreamsMetadata> streamsMetadataForStore(String storeName) {
        throw new UnsupportedOperationException("KafkaStreams.streamsMetadataForStore");
    }

    public <K> KeyQueryMetadata queryMetadataForKey(String storeName, K key, Serializer<K> keySerializer) {
        throw new UnsupportedOperationException("KafkaStreams.queryMetadataForKey");
    }

    public <K> KeyQueryMetadata queryMetadataForKey(
            String storeName, K key, StreamPartitioner<? super K, ?> partitioner) {
        throw new UnsupportedOperationException("KafkaStreams.queryMetadataForKey");
    }

    public <T> T store(StoreQueryParameters<T> storeQueryParameters) {
        throw new UnsupportedOperationException("KafkaStreams.store");
    }

    public void pause() {
        throw new UnsupportedOperationException("KafkaStreams.pause");
    }

    public boolean isPaused() {
        throw new UnsupportedOperationException("KafkaStreams.isPaused");
    }

    public void resume() {
        throw new UnsupportedOperationException("KafkaStreams.resume");
    }

    public ClientInstanceIds clientInstanceIds(Duration timeout) {
        throw new UnsupportedOperationException("KafkaStreams.clientInstanceIds");
    }

    public Set<ThreadMetadata> metadataForLocalThreads() {
        throw new UnsupportedOperationException("KafkaStreams.metadataForLocalThreads");
    }

    public Map<String, Map<Integer, LagInfo>> allLocalStorePartitionLags() {
        throw new UnsupportedOperationException("KafkaStreams.allLocalStorePartitionLags");
    }

    @InterfaceStability.Evolving
    public <R> StateQueryResult<R> query(StateQueryRequest<R> request) {
        throw new UnsupportedOperationException("KafkaStreams.query");
    }

    protected Map<String, Map<Integer, LagInfo>> allLocalStorePartitionLags(List<?> list) {
        throw new UnsupportedOperationException("KafkaStreams.allLocalStorePartitionLags");
    }

    protected boolean hasStartedOrFinishedShuttingDown() {
        throw new UnsupportedOperationException("KafkaStreams.hasStartedOrFinishedShuttingDown");
    }

    protected boolean isRunningOrRebalancing() {
        throw new UnsupportedOperationException("KafkaStreams.isRunningOrRebalancing");
    }

    protected int processStreamThread(Consumer<?> consumer) {
        throw new UnsupportedOperationException("KafkaStreams.processStreamThread");
    }

    protected void validateIsRunningOrRebalancing() {
        throw new UnsupportedOperationException("KafkaStreams.validateIsRunningOrRebalancing");
    }

    @Deprecated(since = "4.2")
    public static class CloseOptions {

        public CloseOptions() {}

        @Deprecated(since = "4.2")
        public CloseOptions timeout(Duration timeout) {
            throw new UnsupportedOperationException("CloseOptions.timeout");
        }

        @Deprecated(since = "4.2")
        public CloseOptions leaveGroup(boolean leaveGroup) {
            throw new UnsupportedOperationException("CloseOptions.leaveGroup");
        }
    }

    public enum State {
        CREATED,
        REBALANCING,
        RUNNING,
        PENDING_SHUTDOWN,
        NOT_RUNNING,
        PENDING_ERROR,
        ERROR;

        public boolean hasNotStarted() {
            throw new UnsupportedOperationException("State.hasNotStarted");
        }

        public boolean isRunningOrRebalancing() {
            throw new UnsupportedOperationException("State.isRunningOrRebalancing");
        }

        public boolean isShuttingDown() {
            throw new UnsupportedOperationException("State.isShuttingDown");
        }

        public boolean hasCompletedShutdown() {
            throw new UnsupportedOperationException("State.hasCompletedShutdown");
        }

        public boolean hasStartedOrFinishedShuttingDown() {
            throw new UnsupportedOperationException("State.hasStartedOrFinishedShuttingDown");
        }

        public boolean isValidTransition(State newState) {
            throw new UnsupportedOperationException("State.isValidTransition");
        }
    }

    public interface StateListener {

        void onChange(State newState, State oldState);
    }
}
