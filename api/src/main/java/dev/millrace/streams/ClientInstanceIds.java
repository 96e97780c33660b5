package dev.millrace.streams;

import java.util.Map;
import org.apache.kafka.common.Uuid;

/** The ids under which the clients of the application push telemetry to the brokers (KIP-1076). */
public interface ClientInstanceIds {

    /**
     * The id of the admin client.
     *
     * @throws IllegalStateException if telemetry is off for the admin client
     */
    Uuid adminInstanceId();

    /** The ids of the consumers, by client id. */
    Map<String, Uuid> consumerInstanceIds();

    /** The ids of the producers, by client id. */
    Map<String, Uuid> producerInstanceIds();
}
