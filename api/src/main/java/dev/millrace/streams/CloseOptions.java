package dev.millrace.streams;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How to shut down: how long to wait, and whether to leave the consumer group (KIP-1153).
 *
 * <p>Mutable: the {@code with} methods change this object and return it. Not thread-safe.
 */
public class CloseOptions {
    /** Whether the instance leaves the group or stays a member that is expected back. */
    protected GroupMembershipOperation operation = GroupMembershipOperation.REMAIN_IN_GROUP;

    /** How long to wait for the shutdown; empty means as long as it takes. */
    protected Optional<Duration> timeout = Optional.of(Duration.ofMillis(Long.MAX_VALUE));

    private CloseOptions() {}

    /** Creates a copy. */
    protected CloseOptions(CloseOptions closeOptions) {
        this.operation = closeOptions.operation;
        this.timeout = closeOptions.timeout;
    }

    /**
     * Options that wait this long and stay in the group.
     *
     * @param timeout how long to wait; null waits as long as it takes. Checked by {@code close}
     */
    public static CloseOptions timeout(Duration timeout) {
        return new CloseOptions().withTimeout(timeout);
    }

    /**
     * Options that wait as long as it takes and do this with the group membership.
     *
     * @throws NullPointerException if the operation is null
     */
    public static CloseOptions groupMembershipOperation(GroupMembershipOperation operation) {
        return new CloseOptions().withGroupMembershipOperation(operation);
    }

    /** Sets how long to wait; null waits as long as it takes. */
    public CloseOptions withTimeout(Duration timeout) {
        this.timeout = Optional.ofNullable(timeout);
        return this;
    }

    /**
     * Sets what happens to the group membership.
     *
     * @throws NullPointerException if the operation is null
     */
    public CloseOptions withGroupMembershipOperation(GroupMembershipOperation operation) {
        this.operation = Objects.requireNonNull(operation, "operation cannot be null");
        return this;
    }

    /** What a closing instance does with its membership of the consumer group. */
    public enum GroupMembershipOperation {
        /** Leave, so that the others take over the tasks at once. */
        LEAVE_GROUP,
        /** Stay a member until the session times out, so that a quick restart moves no task. */
        REMAIN_IN_GROUP
    }
}
