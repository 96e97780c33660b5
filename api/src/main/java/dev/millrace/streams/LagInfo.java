package dev.millrace.streams;

public class LagInfo {

    private LagInfo() {}

    public long currentOffsetPosition() {
        throw new UnsupportedOperationException("LagInfo.currentOffsetPosition");
    }

    public long endOffsetPosition() {
        throw new UnsupportedOperationException("LagInfo.endOffsetPosition");
    }

    public long offsetLag() {
        throw new UnsupportedOperationException("LagInfo.offsetLag");
    }

    @Override
    public boolean equals(Object obj) {
        throw new UnsupportedOperationException("LagInfo.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("LagInfo.hashCode");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("LagInfo.toString");
    }
}
