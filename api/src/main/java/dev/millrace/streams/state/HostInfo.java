package dev.millrace.streams.state;

public class HostInfo {

    public HostInfo(String host, int port) {
        throw new UnsupportedOperationException("HostInfo");
    }

    public static HostInfo buildFromEndpoint(String endPoint) {
        throw new UnsupportedOperationException("HostInfo.buildFromEndpoint");
    }

    public static HostInfo unavailable() {
        throw new UnsupportedOperationException("HostInfo.unavailable");
    }

    @Override
    public boolean equals(Object other) {
        throw new UnsupportedOperationException("HostInfo.equals");
    }

    @Override
    public int hashCode() {
        throw new UnsupportedOperationException("HostInfo.hashCode");
    }

    public String host() {
        throw new UnsupportedOperationException("HostInfo.host");
    }

    public int port() {
        throw new UnsupportedOperationException("HostInfo.port");
    }

    @Override
    public String toString() {
        throw new UnsupportedOperationException("HostInfo.toString");
    }
}
