package dev.millrace.streams.processor;

public class To {
    protected String childName;
    protected long timestamp;

    protected To(To to) {
        throw new UnsupportedOperationException("To");
    }

    public static To child(String childName) {
        throw new UnsupportedOperationException("To.child");
    }

    public static To all() {
        throw new UnsupportedOperationException("To.all");
    }

    public To withTimestamp(long timestamp) {
        throw new UnsupportedOperationException("To.withTimestamp");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("To.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("To.hashCode");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("To.toString");
    }

    protected void update(To to) {
        throw new UnsupportedOperationException("To.update");
    }
}
