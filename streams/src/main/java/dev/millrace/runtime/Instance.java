package dev.millrace.runtime;

import dev.millrace.engine.task.GlobalStores;
import dev.millrace.engine.task.Task;
import dev.millrace.engine.worker.Worker;
import dev.millrace.runtime.query.GroupMap;
import dev.millrace.runtime.query.LocalQueries;
import dev.millrace.runtime.query.StoreLags;
import dev.millrace.runtime.query.ThreadReport;
import dev.millrace.streams.ClientInstanceIds;
import dev.millrace.streams.KafkaStreams.State;
import dev.millrace.streams.KafkaStreams.StateListener;
import dev.millrace.streams.KeyQueryMetadata;
import dev.millrace.streams.LagInfo;
import dev.millrace.streams.StoreQueryParameters;
import dev.millrace.streams.StreamsConfig;
import dev.millrace.streams.StreamsMetadata;
import dev.millrace.streams.ThreadMetadata;
import dev.millrace.streams.errors.StreamsNotStartedException;
import dev.millrace.streams.errors.StreamsUncaughtExceptionHandler;
import dev.millrace.streams.processor.StandbyUpdateListener;
import dev.millrace.streams.processor.StateRestoreListener;
import dev.millrace.streams.processor.StreamPartitioner;
import dev.millrace.streams.query.StateQueryRequest;
import dev.millrace.streams.query.StateQueryResult;
import dev.millrace.streams.spi.StreamsRuntime;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.metrics.Metrics;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/**
 * What runs behind one {@code KafkaStreams}: starts the workers, watches them, answers questions about them, and ends them.
 *
 * <pre>
 *   {@link Overseer}  watches workers: state of the instance, answers to failures
 *   {@link Crew}      the workers and their threads             {@link GlobalThread}  the one that keeps global stores
 *   {@link LifeCycle} state and its listener                    {@link Ending}        the way to the last state
 *   {@link GroupMap}  who in the group has what                 {@link LocalQueries}  what can be read here
 * </pre>
 */
final class Instance implements StreamsRuntime {
    private final Wiring wiring;
    private final KnownClients clients;
    private final Metrics registry;
    private final LifeCycle life;
    private final Crew crew;
    private final Ending ending;
    private final Overseer overseer;
    private final @Nullable GlobalThread globals;
    private final GroupMap group;
    private final LocalQueries queries;
    private final StateCleaner cleaner;
    private final RestoreListeners restoreListeners = new RestoreListeners();
    private volatile boolean paused;

    /** Closes {@code registry} at the end, and all that {@code wiring} holds. */
    Instance(Wiring wiring, KnownClients clients, Metrics registry) {
        this.wiring = wiring;
        this.clients = clients;
        this.registry = registry;
        life = new LifeCycle(wiring.log());
        crew = new Crew(this::newWorker);
        ending = new Ending(life, clientId() + "-CloseThread", this::endAll, this::calledFromWithin);
        group = new GroupMap(wiring.plan(), wiring.identity().endpoint());
        overseer = new Overseer(life, crew, ending, group::learn, wiring.log());
        globals = wiring.plan().globalStores().isEmpty()
                ? null
                : new GlobalThread(listener -> wiring.globalWorker(restoreListeners, listener), overseer::globalFailed);
        cleaner = new StateCleaner(wiring.config(), wiring.local(), clientId(), wiring.log());
        queries =
                new LocalQueries(wiring.plan(), life::state, crew::workers, globals == null ? null : globals.worker());
    }

    private Worker newWorker(int number) {
        GlobalStores stores = globals == null ? GlobalStores.NONE : globals.worker();
        Worker worker = wiring.worker(number, stores, restoreListeners, overseer);
        worker.pause(paused);
        return worker;
    }

    // ---- life ----

    @Override
    public void start() {
        if (!life.begin()) {
            throw new IllegalStateException(
                    "A client can be started once, and this one is " + state() + ": make another");
        }
        try {
            startAll();
        } catch (RuntimeException failed) {
            ending.beginAfterFailure();
            throw failed;
        }
    }

    private void startAll() {
        cleaner.start();
        wiring.local().survey();
        if (globals != null) {
            globals.startAndCatchUp();
        }
        int workers = threadsToStart();
        for (int i = 0; i < workers; i++) {
            crew.hire();
        }
        if (workers == 0) {
            life.advance(State.RUNNING);
        }
    }

    private int threadsToStart() {
        return wiring.plan().subtopologies().isEmpty()
                ? 0
                : wiring.config().getInt(StreamsConfig.NUM_STREAM_THREADS_CONFIG);
    }

    @Override
    public boolean close(@Nullable Duration timeout, boolean leaveGroup) {
        ending.begin(leaveGroup);
        return ending.await(timeout);
    }

    /** Ends everything, in an order in which nothing is used after it is closed. */
    private void endAll(@Nullable Boolean leaveGroup) {
        crew.dismiss(leaveGroup).forEach(thread -> Ending.join(thread, null));
        if (globals != null) {
            Ending.join(globals.stop(), null);
        }
        quietly("the cleaner of local state", cleaner::close);
        quietly("the admin client", wiring.admin()::close);
        quietly("the state directory", wiring.local()::close);
        quietly("the metrics", registry::close);
    }

    private void quietly(String what, Runnable close) {
        try {
            close.run();
        } catch (RuntimeException failure) {
            wiring.log().warn("{} could not be closed", what, failure);
        }
    }

    private boolean calledFromWithin() {
        return crew.includesCaller() || (globals != null && globals.isCaller());
    }

    @Override
    public void cleanUp() {
        State now = state();
        if (!now.hasNotStarted() && !now.hasCompletedShutdown()) {
            throw new IllegalStateException(
                    "Local state can be deleted before the start or after the end, but the client is " + now);
        }
        LocalState.removeAll(wiring.config(), wiring.plan(), wiring.clock(), wiring.log());
    }

    @Override
    public void pause() {
        setPaused(true);
    }

    @Override
    public void resume() {
        setPaused(false);
    }

    private void setPaused(boolean pause) {
        paused = pause;
        crew.workers().forEach(worker -> worker.pause(pause));
    }

    @Override
    public boolean isPaused() {
        return paused;
    }

    @Override
    public State state() {
        return life.state();
    }

    @Override
    public String clientId() {
        return wiring.identity().clientId();
    }

    @Override
    public Admin adminClient() {
        return clients.admin();
    }

    // ---- who is told ----

    @Override
    public void setStateListener(@Nullable StateListener listener) {
        life.setListener(listener);
    }

    @Override
    public void setUncaughtExceptionHandler(StreamsUncaughtExceptionHandler handler) {
        overseer.setHandler(handler);
    }

    @Override
    public void setGlobalStateRestoreListener(@Nullable StateRestoreListener listener) {
        restoreListeners.set(listener);
    }

    /** Nobody tells it anything: there are no standby copies yet. */
    @Override
    public void setStandbyUpdateListener(@Nullable StandbyUpdateListener listener) {}

    // ---- threads ----

    @Override
    public Optional<String> addStreamThread() {
        if (!state().isRunningOrRebalancing()) {
            wiring.log().warn("A thread can be added only to a running client, but this one is {}", state());
            return Optional.empty();
        }
        return Optional.ofNullable(crew.hire()).map(Worker::name);
    }

    @Override
    public Optional<String> removeStreamThread(@Nullable Duration timeout) {
        Worker worker = state().isRunningOrRebalancing() ? crew.dispensable() : null;
        if (worker == null) {
            wiring.log().warn("There is no thread to remove; the client is {}", state());
            return Optional.empty();
        }
        Thread thread = crew.threadOf(worker);
        worker.stop(true);
        if (thread != null && thread != Thread.currentThread()) {
            Ending.join(thread, timeout);
            if (thread.isAlive()) {
                throw new TimeoutException("Thread " + worker.name() + " did not stop in the allotted time");
            }
        }
        return Optional.of(worker.name());
    }

    /** Before the start, of the threads that there will be. */
    @Override
    public Set<ThreadMetadata> metadataForLocalThreads() {
        Stream<ThreadReport> reports = state().hasNotStarted()
                ? IntStream.rangeClosed(1, threadsToStart())
                        .mapToObj(number ->
                                ThreadReport.beforeStart(wiring.identity().workerName(number), clientId()))
                : crew.workers().stream().map(worker -> ThreadReport.of(worker, clientId()));
        return reports.collect(Collectors.toUnmodifiableSet());
    }

    // ---- who has what ----

    @Override
    public Collection<StreamsMetadata> metadataForAllStreamsClients() {
        requireRunning();
        return group.all();
    }

    @Override
    public Collection<StreamsMetadata> streamsMetadataForStore(String storeName) {
        requireRunning();
        return group.withStore(storeName);
    }

    @Override
    public <K> KeyQueryMetadata queryMetadataForKey(String storeName, K key, Serializer<K> keySerializer) {
        requireRunning();
        return group.withKey(
                storeName,
                (topic, partitions) ->
                        Utils.toPositive(Utils.murmur2(keySerializer.serialize(topic, key))) % partitions);
    }

    /** The value is not known here, so the partitioner is asked about a record without one. */
    @Override
    public <K> KeyQueryMetadata queryMetadataForKey(
            String storeName, K key, StreamPartitioner<? super K, ?> partitioner) {
        requireRunning();
        return group.withKey(storeName, (topic, partitions) -> {
            Set<Integer> chosen =
                    partitioner.partitions(topic, key, null, partitions).orElse(Set.of());
            if (chosen.size() != 1) {
                throw new IllegalArgumentException("The partitioner must choose one partition for key " + key
                        + " to be found, but it chose " + new TreeSet<>(chosen));
            }
            return chosen.iterator().next();
        });
    }

    private void requireRunning() {
        State now = state();
        if (now.hasNotStarted()) {
            throw new StreamsNotStartedException("The client has not been started: call start first");
        }
        if (!now.isRunningOrRebalancing()) {
            throw new IllegalStateException("The client has to run for this, but is " + now);
        }
    }

    // ---- local state ----

    @Override
    public <R> StateQueryResult<R> query(StateQueryRequest<R> request) {
        return queries.query(request);
    }

    @Override
    public <T> T store(StoreQueryParameters<T> parameters) {
        return queries.store(parameters);
    }

    @Override
    public Map<String, Map<Integer, LagInfo>> allLocalStorePartitionLags() {
        List<Task> tasks = crew.workers().stream()
                .flatMap(worker -> worker.tasks().stream())
                .toList();
        return StoreLags.of(tasks, wiring.admin());
    }

    @Override
    public Map<MetricName, ? extends Metric> metrics() {
        Map<MetricName, Metric> all = clients.metrics();
        all.putAll(registry.metrics());
        return all;
    }

    @Override
    public ClientInstanceIds clientInstanceIds(Duration timeout) {
        State now = state();
        if (!now.isRunningOrRebalancing()) {
            throw new IllegalStateException(
                    now.hasNotStarted()
                            ? "The client has not been started: call start first"
                            : "The client has ended: it is " + now);
        }
        List<String> threads = crew.workers().stream().map(Worker::name).toList();
        return new InstanceIdSurvey(clients, wiring.clients(), wiring.clock(), timeout).of(threads);
    }
}
