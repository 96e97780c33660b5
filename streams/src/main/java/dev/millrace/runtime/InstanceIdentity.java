package dev.millrace.runtime;

import dev.millrace.streams.StreamsConfig;
import java.util.UUID;

/**
 * Who an instance is.
 *
 * @param processId where it has a state directory, the same after a restart
 * @param clientId what its threads' and clients' names begin with
 * @param endpoint {@code application.server}, empty if there is none
 */
record InstanceIdentity(String applicationId, UUID processId, String clientId, String endpoint) {

    static InstanceIdentity of(StreamsConfig config, UUID processId) {
        String applicationId = config.getString(StreamsConfig.APPLICATION_ID_CONFIG);
        String clientId = config.getString(StreamsConfig.CLIENT_ID_CONFIG);
        return new InstanceIdentity(
                applicationId,
                processId,
                clientId.isEmpty() ? applicationId + "-" + processId : clientId,
                config.getString(StreamsConfig.APPLICATION_SERVER_CONFIG));
    }

    String workerName(int number) {
        return clientId + "-StreamThread-" + number;
    }

    String globalWorkerName() {
        return clientId + "-GlobalStreamThread";
    }

    /** The same after a restart, so that a worker shuts out what is left of its predecessor. */
    String transactionalId(int workerNumber) {
        return applicationId + "-" + processId + "-" + workerNumber;
    }
}
