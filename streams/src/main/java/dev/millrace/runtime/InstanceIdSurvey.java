package dev.millrace.runtime;

import dev.millrace.engine.time.Clock;
import dev.millrace.kafka.Clients;
import dev.millrace.kafka.InstanceIdQuestion;
import dev.millrace.streams.ClientInstanceIds;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * One round of questions to all clients: under which id do you push telemetry to the brokers (KIP-714)?
 *
 * <p>Consumers are asked first and listened to last, because it is their own threads that answer, at their next poll.
 */
final class InstanceIdSurvey {
    private final KnownClients known;
    private final Clients clients;
    private final Clock clock;
    private final long deadlineMs;

    InstanceIdSurvey(KnownClients known, Clients clients, Clock clock, Duration timeout) {
        this.known = known;
        this.clients = clients;
        this.clock = clock;
        deadlineMs = clock.nowMs() + timeout.toMillis();
    }

    /** The ids of the clients of these workers, and of those that the instance has beside. */
    ClientInstanceIds of(List<String> workers) {
        Map<String, InstanceIdQuestion> asked = new TreeMap<>(clients.askInstanceIds(clients.globalThreadName()));
        workers.forEach(worker -> asked.putAll(clients.askInstanceIds(worker)));
        try {
            Optional<Uuid> admin = idOf(known.admin()::clientInstanceId);
            return new Ids(admin, producers(workers), consumers(asked));
        } finally {
            asked.values().forEach(InstanceIdQuestion::forget);
        }
    }

    private Map<String, Uuid> producers(List<String> workers) {
        Map<String, Uuid> ids = new HashMap<>();
        for (String worker : workers) {
            String name = Clients.producerId(worker);
            Producer<byte[], byte[]> producer = known.producer(name);
            if (producer != null) {
                idOf(producer::clientInstanceId).ifPresent(id -> ids.put(name, id));
            }
        }
        return ids;
    }

    private Optional<Uuid> idOf(Function<Duration, Uuid> client) {
        try {
            return Optional.ofNullable(client.apply(remaining()));
        } catch (IllegalStateException noTelemetry) {
            return Optional.empty();
        }
    }

    private Map<String, Uuid> consumers(Map<String, InstanceIdQuestion> asked) {
        Map<String, Uuid> ids = new HashMap<>();
        asked.forEach((name, question) -> {
            try {
                question.await(remaining()).ifPresent(id -> ids.put(name, id));
            } catch (TimeoutException busy) {
                throw new TimeoutException(
                        "Could not ask " + name + " for its instance id: try again with more time", busy);
            }
        });
        return ids;
    }

    private Duration remaining() {
        return Duration.ofMillis(Math.max(0, deadlineMs - clock.nowMs()));
    }

    private record Ids(
            Optional<Uuid> admin, Map<String, Uuid> producerInstanceIds, Map<String, Uuid> consumerInstanceIds)
            implements ClientInstanceIds {
        @Override
        public Uuid adminInstanceId() {
            return admin.orElseThrow(() -> new IllegalStateException(
                    "The admin client has no instance id, as it pushes no metrics: set enable.metrics.push=true"));
        }
    }
}
