package dev.millrace.streams;

import java.util.Map;
import org.apache.kafka.common.Uuid;

public interface ClientInstanceIds {

    Uuid adminInstanceId();

    Map<String, Uuid> consumerInstanceIds();

    Map<String, Uuid> producerInstanceIds();
}
