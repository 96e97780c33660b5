package dev.millrace.streams.query;

import org.apache.kafka.common.annotation.InterfaceStability;

/** Why a query failed. */
@InterfaceStability.Evolving
public enum FailureReason {
    /** The store does not know this kind of query. */
    UNKNOWN_QUERY_TYPE,
    /** The query asks for an active task, and this one is not, or not yet. */
    NOT_ACTIVE,
    /** The store has not come as far as the query asks. */
    NOT_UP_TO_BOUND,
    /** The partition is not on this instance. */
    NOT_PRESENT,
    /** There is no such store or partition. */
    DOES_NOT_EXIST,
    /** The store threw an exception. */
    STORE_EXCEPTION
}
