package dev.millrace.streams.processor;

import java.util.Objects;

/**
 * Where a record is sent, and with which timestamp: the argument of the old {@code forward}.
 *
 * <p>Mutable; not for use in hash collections.
 */
public class To {
    private static final long UNCHANGED = -1;

    /** The child to send to, null for all. */
    protected String childName;

    /** The timestamp, -1 to leave it as it is. */
    protected long timestamp;

    private To(String childName, long timestamp) {
        this.childName = childName;
        this.timestamp = timestamp;
    }

    /** Creates a copy. */
    protected To(To to) {
        this(to.childName, to.timestamp);
    }

    /** To the child with this name; null for all. */
    public static To child(String childName) {
        return new To(childName, UNCHANGED);
    }

    /** To all children. */
    public static To all() {
        return new To(null, UNCHANGED);
    }

    /** Sets the timestamp. */
    public To withTimestamp(long timestamp) {
        this.timestamp = timestamp;
        return this;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof To that
                        && timestamp == that.timestamp
                        && Objects.equals(childName, that.childName));
    }

    /**
     * Not supported: this object can change.
     *
     * @throws UnsupportedOperationException always
     */
    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("To.hashCode: a To can change, so it cannot be a key in a hash table");
    }

    @Override
    public String toString() {
        return "To{childName='" + childName + "', timestamp=" + timestamp + "}";
    }

    /** Takes over what the other says. */
    protected void update(To to) {
        childName = to.childName;
        timestamp = to.timestamp;
    }
}
