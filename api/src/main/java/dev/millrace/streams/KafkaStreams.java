package dev.millrace.streams;

import dev.millrace.streams.errors.StreamsException;
import dev.millrace.streams.errors.StreamsUncaughtExceptionHandler;
import dev.millrace.streams.processor.StandbyUpdateListener;
import dev.millrace.streams.processor.StateRestoreListener;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.streams.query.StateQueryRequest;
import dev.millrace.streams.query.StateQueryResult;
import dev.millrace.streams.spi.Providers;
import dev.millrace.streams.spi.StreamsRuntime;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/**
 * One running instance of an application: executes a {@link Topology} on its own threads, and shares the work with all other
 * instances, here or on other machines, that have the same {@code application.id}.
 *
 * <pre>{@code
 * KafkaStreams streams = new KafkaStreams(topology, properties);
 * Runtime.getRuntime().addShutdownHook(new Thread(streams::close));
 * streams.start();
 * }</pre>
 *
 * <p>An instance is started once and closed once. Every method may be called by any thread, those of listeners and handlers
 * included.
 *
 * <p>Source: the section "Running Streams Applications" of the Kafka documentation.
 */
public class KafkaStreams implements AutoCloseable {
    /** The name that this instance and its Kafka clients go by. */
    protected final String clientId;

    /** The settings. */
    protected final StreamsConfig applicationConfigs;

    /** Always empty: threads are the engine's own. See {@link #metadataForLocalThreads()}. */
    protected final List<?> threads = List.of();

    /** The client with which the instance looks after its topics. */
    protected final Admin adminClient;

    /** Where the instance is in its life. */
    protected volatile State state = State.CREATED;

    private final StreamsRuntime runtime;
    private volatile StateListener stateListener;

    /** See {@link #KafkaStreams(Topology, StreamsConfig, KafkaClientSupplier)}. */
    public KafkaStreams(Topology topology, Properties props) {
        this(topology, new StreamsConfig(props));
    }

    /** See {@link #KafkaStreams(Topology, StreamsConfig, KafkaClientSupplier)}. */
    public KafkaStreams(Topology topology, Properties props, KafkaClientSupplier clientSupplier) {
        this(topology, new StreamsConfig(props), clientSupplier);
    }

    /** See {@link #KafkaStreams(Topology, StreamsConfig, KafkaClientSupplier)}; {@code time} is for tests. */
    public KafkaStreams(Topology topology, Properties props, Time time) {
        this(topology, new StreamsConfig(props), time);
    }

    /** See {@link #KafkaStreams(Topology, StreamsConfig, KafkaClientSupplier)}; {@code time} is for tests. */
    public KafkaStreams(Topology topology, Properties props, KafkaClientSupplier clientSupplier, Time time) {
        this(topology, new StreamsConfig(props), clientSupplier, time);
    }

    /** See {@link #KafkaStreams(Topology, StreamsConfig, KafkaClientSupplier)}. */
    public KafkaStreams(Topology topology, StreamsConfig applicationConfigs) {
        this(topology, applicationConfigs, applicationConfigs.getKafkaClientSupplier());
    }

    /**
     * Prepares an instance; nothing runs before {@link #start()}.
     *
     * @param clientSupplier makes the Kafka clients
     * @throws StreamsException if the settings, the topology or the state directory cannot be used
     */
    public KafkaStreams(Topology topology, StreamsConfig applicationConfigs, KafkaClientSupplier clientSupplier) {
        this(topology, applicationConfigs, clientSupplier, Time.SYSTEM);
    }

    /** See {@link #KafkaStreams(Topology, StreamsConfig, KafkaClientSupplier)}; {@code time} is for tests. */
    public KafkaStreams(Topology topology, StreamsConfig applicationConfigs, Time time) {
        this(topology, applicationConfigs, applicationConfigs.getKafkaClientSupplier(), time);
    }

    private KafkaStreams(
            Topology topology, StreamsConfig applicationConfigs, KafkaClientSupplier clientSupplier, Time time) {
        this.applicationConfigs = applicationConfigs;
        runtime = Providers.runtimes().newRuntime(topology.recorder, applicationConfigs, clientSupplier, time);
        clientId = runtime.clientId();
        adminClient = runtime.adminClient();
        runtime.setStateListener(this::stateChanged);
    }

    // ---- life ----

    /**
     * Starts the threads, and returns while they join the group; global stores are complete when it returns.
     *
     * @throws IllegalStateException if the instance was started or closed before
     * @throws StreamsException if the global stores cannot be filled
     */
    public void start() throws IllegalStateException, StreamsException {
        runtime.start();
    }

    /** Stops all threads after they have committed what they did, and waits for that. Closing again does nothing. */
    @Override
    public void close() {
        runtime.close(null, false);
    }

    /**
     * Like {@link #close()}, but waits no longer than {@code timeout}; zero does not wait. What is not over by then goes on in
     * the background.
     *
     * @return whether everything has ended
     * @throws IllegalArgumentException if the time-out is negative
     */
    public boolean close(Duration timeout) throws IllegalArgumentException {
        return close(timeout, false);
    }

    /** @deprecated use {@link #close(dev.millrace.streams.CloseOptions)} */
    @Deprecated(since = "4.2")
    public boolean close(CloseOptions options) throws IllegalArgumentException {
        Objects.requireNonNull(options, "options cannot be null");
        return close(options.timeout, options.leaveGroup);
    }

    /**
     * Like {@link #close(Duration)}, and says what becomes of the membership of the group.
     *
     * @return whether everything has ended
     * @throws IllegalArgumentException if the time-out is negative
     */
    public boolean close(dev.millrace.streams.CloseOptions options) throws IllegalArgumentException {
        Objects.requireNonNull(options, "options cannot be null");
        boolean leaveGroup =
                options.operation == dev.millrace.streams.CloseOptions.GroupMembershipOperation.LEAVE_GROUP;
        return options.timeout.isEmpty() ? runtime.close(null, leaveGroup) : close(options.timeout.get(), leaveGroup);
    }

    private boolean close(Duration timeout, boolean leaveGroup) {
        if (timeout == null || timeout.isNegative()) {
            throw new IllegalArgumentException("The timeout must be 0 or more, but is " + timeout);
        }
        return runtime.close(timeout, leaveGroup);
    }

    /**
     * Deletes the local content of all stores; it comes back from the changelogs.
     *
     * @throws IllegalStateException if the instance is running
     */
    public void cleanUp() {
        runtime.cleanUp();
    }

    /** Stops processing; the instance keeps its tasks and remains a member of the group. */
    public void pause() {
        runtime.pause();
    }

    /** Goes on after {@link #pause()}. */
    public void resume() {
        runtime.resume();
    }

    /** Whether {@link #pause()} is in force. */
    public boolean isPaused() {
        return runtime.isPaused();
    }

    /** Where the instance is in its life. */
    public State state() {
        return runtime.state();
    }

    private void stateChanged(State newState, State oldState) {
        state = newState;
        StateListener listener = stateListener;
        if (listener != null) {
            listener.onChange(newState, oldState);
        }
    }

    // ---- who is told ----

    /**
     * Sets who is told of every change of {@link #state()}, in order, one at a time; null for nobody.
     *
     * @throws IllegalStateException if the instance was started
     */
    public void setStateListener(StateListener listener) {
        requireCreated("StateListener");
        stateListener = listener;
    }

    /**
     * Sets who decides what happens when a thread fails; without one the instance is shut down.
     *
     * @throws IllegalStateException if the instance was started
     */
    public void setUncaughtExceptionHandler(StreamsUncaughtExceptionHandler userStreamsUncaughtExceptionHandler) {
        requireCreated("UncaughtExceptionHandler");
        Objects.requireNonNull(userStreamsUncaughtExceptionHandler, "handler cannot be null");
        runtime.setUncaughtExceptionHandler(userStreamsUncaughtExceptionHandler);
    }

    /**
     * Sets who is told how the restoration of stores goes on; null for nobody.
     *
     * @throws IllegalStateException if the instance was started
     */
    public void setGlobalStateRestoreListener(StateRestoreListener globalStateRestoreListener) {
        requireCreated("GlobalStateRestoreListener");
        runtime.setGlobalStateRestoreListener(globalStateRestoreListener);
    }

    /**
     * Sets who is told how standby copies keep up; null for nobody.
     *
     * @throws IllegalStateException if the instance was started
     */
    public void setStandbyUpdateListener(StandbyUpdateListener standbyListener) {
        requireCreated("StandbyUpdateListener");
        runtime.setStandbyUpdateListener(standbyListener);
    }

    private void requireCreated(String what) {
        State now = state();
        if (now != State.CREATED) {
            throw new IllegalStateException(
                    "It is too late to set " + what + ": the client is " + now + " already; set it before start");
        }
    }

    // ---- threads ----

    /** Starts one more thread; returns its name, or nothing if the instance is not running. */
    public Optional<String> addStreamThread() {
        return runtime.addStreamThread();
    }

    /** Stops one thread and waits for its end; returns its name, or nothing if there is none or the instance is not running. */
    public Optional<String> removeStreamThread() {
        return runtime.removeStreamThread(null);
    }

    /**
     * Like {@link #removeStreamThread()}, but waits no longer than {@code timeout}.
     *
     * @throws org.apache.kafka.common.errors.TimeoutException if the thread has not ended by then
     */
    public Optional<String> removeStreamThread(Duration timeout) {
        if (timeout == null || timeout.isNegative()) {
            throw new IllegalArgumentException("The timeout must be 0 or more, but is " + timeout);
        }
        return runtime.removeStreamThread(timeout);
    }

    /** What each thread does now, or, before the start, will be called. */
    public Set<ThreadMetadata> metadataForLocalThreads() {
        return runtime.metadataForLocalThreads();
    }

    // ---- who has what ----

    /** All instances of the application that have an {@code application.server}, as of the last rebalance. */
    public Collection<StreamsMetadata> metadataForAllStreamsClients() {
        return runtime.metadataForAllStreamsClients();
    }

    /** Those of {@link #metadataForAllStreamsClients()} that have the store. */
    public Collection<StreamsMetadata> streamsMetadataForStore(String storeName) {
        return runtime.streamsMetadataForStore(storeName);
    }

    /** Which instance has a key, if records are partitioned by the hash of its bytes, as producers do by themselves. */
    public <K> KeyQueryMetadata queryMetadataForKey(String storeName, K key, Serializer<K> keySerializer) {
        Objects.requireNonNull(keySerializer, "keySerializer can't be null");
        return runtime.queryMetadataForKey(storeName, requireKey(key), keySerializer);
    }

    /** Which instance has a key, if records are partitioned as {@code partitioner} says. */
    public <K> KeyQueryMetadata queryMetadataForKey(
            String storeName, K key, StreamPartitioner<? super K, ?> partitioner) {
        Objects.requireNonNull(partitioner, "partitioner can't be null");
        return runtime.queryMetadataForKey(storeName, requireKey(key), partitioner);
    }

    private static <K> K requireKey(K key) {
        return Objects.requireNonNull(key, "key can't be null");
    }

    // ---- local state ----

    /**
     * A read-only view of a local store; it stays usable while tasks come and go. Whenever there is nothing to read, its methods
     * throw an {@link dev.millrace.streams.errors.InvalidStateStoreException}, or a subclass that says why.
     *
     * @throws dev.millrace.streams.errors.UnknownStateStoreException if the topology has no such store
     * @throws dev.millrace.streams.errors.StreamsNotStartedException if {@link #start()} was not called yet
     * @throws IllegalStateException if the client is closed or has failed
     */
    public <T> T store(StoreQueryParameters<T> storeQueryParameters) {
        return runtime.store(storeQueryParameters);
    }

    /**
     * Asks local stores a question (KIP-796). Each partition gives an answer of its own, which may be a failure; a partition that
     * was asked by its number and is not here gives {@link dev.millrace.streams.query.FailureReason#NOT_PRESENT}.
     *
     * @throws dev.millrace.streams.errors.UnknownStateStoreException if the topology has no such store
     * @throws dev.millrace.streams.errors.StreamsNotStartedException if {@link #start()} was not called yet
     * @throws dev.millrace.streams.errors.StreamsStoppedException if the client is closed or has failed
     */
    @InterfaceStability.Evolving
    public <R> StateQueryResult<R> query(StateQueryRequest<R> request) {
        return runtime.query(request);
    }

    /** How far each local store is behind its changelog: by store name and partition. */
    public Map<String, Map<Integer, LagInfo>> allLocalStorePartitionLags() {
        return runtime.allLocalStorePartitionLags();
    }

    /** What is measured, the metrics of the Kafka clients included. */
    public Map<MetricName, ? extends Metric> metrics() {
        return runtime.metrics();
    }

    /**
     * The ids under which the clients push telemetry to the brokers (KIP-714). Clients that push none have none, nor have those that
     * were not told one in time, as by brokers that do not want telemetry.
     *
     * @param timeout how long to wait for the brokers to give the ids
     * @throws IllegalArgumentException if {@code timeout} is negative
     * @throws IllegalStateException if this is not running
     * @throws org.apache.kafka.common.errors.TimeoutException if a stream thread had no time to ask
     */
    public ClientInstanceIds clientInstanceIds(Duration timeout) {
        if (timeout.isNegative()) {
            throw new IllegalArgumentException("The timeout cannot be negative, but is " + timeout);
        }
        return runtime.clientInstanceIds(timeout);
    }

    // ---- for subclasses ----

    /** Not possible here: it takes tasks of another engine. */
    protected Map<String, Map<Integer, LagInfo>> allLocalStorePartitionLags(List<?> list) {
        throw new UnsupportedOperationException(
                "KafkaStreams.allLocalStorePartitionLags(List) is not possible: it takes parts of another engine");
    }

    /** See {@link State#hasStartedOrFinishedShuttingDown()}. */
    protected boolean hasStartedOrFinishedShuttingDown() {
        return state().hasStartedOrFinishedShuttingDown();
    }

    /** See {@link State#isRunningOrRebalancing()}. */
    protected boolean isRunningOrRebalancing() {
        return state().isRunningOrRebalancing();
    }

    /** Not possible here: it takes threads of another engine. */
    protected int processStreamThread(Consumer<?> consumer) {
        throw new UnsupportedOperationException(
                "KafkaStreams.processStreamThread is not possible: it takes parts of another engine");
    }

    /**
     * Does nothing while the instance runs.
     *
     * @throws IllegalStateException if it does not
     */
    protected void validateIsRunningOrRebalancing() {
        State now = state();
        if (!now.isRunningOrRebalancing()) {
            throw new IllegalStateException("The client has to run for this, but is " + now);
        }
    }

    /** @deprecated use {@link dev.millrace.streams.CloseOptions} */
    @Deprecated(since = "4.2")
    public static class CloseOptions {
        private Duration timeout = Duration.ofMillis(Long.MAX_VALUE);
        private boolean leaveGroup;

        /** Options that wait as long as it takes, and stay in the group. */
        public CloseOptions() {}

        /** Sets how long to wait. */
        @Deprecated(since = "4.2")
        public CloseOptions timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /** Sets whether to leave the group, so that others take the tasks over at once. */
        @Deprecated(since = "4.2")
        public CloseOptions leaveGroup(boolean leaveGroup) {
            this.leaveGroup = leaveGroup;
            return this;
        }
    }

    /**
     * Where an instance is in its life.
     *
     * <pre>
     *   CREATED --> REBALANCING {@literal <}--> RUNNING
     *      |            |             |
     *      |            +------+------+--> PENDING_ERROR --> ERROR
     *      v                   v
     *      +--------> PENDING_SHUTDOWN --> NOT_RUNNING
     * </pre>
     */
    public enum State {
        /** Made, not started. */
        CREATED,
        /** The group is dividing its work, or stores are being restored. */
        REBALANCING,
        /** All threads process. */
        RUNNING,
        /** Closing, as asked. */
        PENDING_SHUTDOWN,
        /** Closed, as asked. */
        NOT_RUNNING,
        /** Closing because of a failure. */
        PENDING_ERROR,
        /** Closed because of a failure. */
        ERROR;

        /** Whether {@code start} is still to come. */
        public boolean hasNotStarted() {
            return this == CREATED;
        }

        /** Whether the threads are up. */
        public boolean isRunningOrRebalancing() {
            return this == RUNNING || this == REBALANCING;
        }

        /** Whether the end has begun and is not reached. */
        public boolean isShuttingDown() {
            return this == PENDING_SHUTDOWN || this == PENDING_ERROR;
        }

        /** Whether the end is reached. */
        public boolean hasCompletedShutdown() {
            return this == NOT_RUNNING || this == ERROR;
        }

        /** Whether the end has begun. */
        public boolean hasStartedOrFinishedShuttingDown() {
            return isShuttingDown() || hasCompletedShutdown();
        }

        /** Whether {@code newState} may follow this one. */
        public boolean isValidTransition(State newState) {
            return next().contains(newState);
        }

        private Set<State> next() {
            return switch (this) {
                case CREATED -> EnumSet.of(REBALANCING, PENDING_SHUTDOWN);
                case REBALANCING -> EnumSet.of(RUNNING, PENDING_SHUTDOWN, PENDING_ERROR);
                case RUNNING -> EnumSet.of(REBALANCING, RUNNING, PENDING_SHUTDOWN, PENDING_ERROR);
                case PENDING_SHUTDOWN -> EnumSet.of(NOT_RUNNING);
                case PENDING_ERROR -> EnumSet.of(ERROR);
                case NOT_RUNNING, ERROR -> EnumSet.noneOf(State.class);
            };
        }
    }

    /** Who is told of changes of {@link KafkaStreams#state()}. */
    public interface StateListener {

        /** The state changed. What this throws is logged and goes no further. */
        void onChange(State newState, State oldState);
    }
}
