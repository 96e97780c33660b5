package dev.millrace.streams;

import java.time.Duration;
import java.util.Optional;

public class CloseOptions {
    protected GroupMembershipOperation operation;
    protected Optional<Duration> timeout;

    protected CloseOptions(CloseOptions closeOptions) {
        throw new UnsupportedOperationException("CloseOptions");
    }

    public static CloseOptions timeout(Duration timeout) {
        throw new UnsupportedOperationException("CloseOptions.timeout");
    }

    public static CloseOptions groupMembershipOperation(GroupMembershipOperation operation) {
        throw new UnsupportedOperationException("CloseOptions.groupMembershipOperation");
    }

    public CloseOptions withTimeout(Duration timeout) {
        throw new UnsupportedOperationException("CloseOptions.withTimeout");
    }

    public CloseOptions withGroupMembershipOperation(GroupMembershipOperation operation) {
        throw new UnsupportedOperationException("CloseOptions.withGroupMembershipOperation");
    }

    public enum GroupMembershipOperation {
        LEAVE_GROUP,
        REMAIN_IN_GROUP;
    }
}
