package dev.millrace.streams.query;

import org.apache.kafka.common.annotation.InterfaceStability;

@InterfaceStability.Evolving
public enum FailureReason {
    UNKNOWN_QUERY_TYPE,
    NOT_ACTIVE,
    NOT_UP_TO_BOUND,
    NOT_PRESENT,
    DOES_NOT_EXIST,
    STORE_EXCEPTION;
}
