package dev.millrace.streams.state;

import java.util.Objects;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.utils.Utils;

/**
 * Where an instance of the application can be reached: the host and port of its {@code application.server}.
 *
 * <p>Immutable.
 */
public class HostInfo {
    private final String host;
    private final int port;

    /** Creates the address. */
    public HostInfo(String host, int port) {
        this.host = host;
        this.port = port;
    }

    /**
     * Reads {@code host:port}.
     *
     * @return null if the text is null or blank
     * @throws ConfigException if it has another form
     */
    public static HostInfo buildFromEndpoint(String endPoint) {
        if (endPoint == null || endPoint.isBlank()) {
            return null;
        }
        String host = Utils.getHost(endPoint);
        Integer port = Utils.getPort(endPoint);
        if (host == null || port == null) {
            throw new ConfigException("Cannot read the host address " + endPoint + ": the form is host:port");
        }
        return new HostInfo(host, port);
    }

    /** The address that stands for "not known". */
    public static HostInfo unavailable() {
        return new HostInfo("unavailable", -1);
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof HostInfo that && port == that.port && host.equals(that.host));
    }

    @Override
    public int hashCode() {
        return Objects.hash(host, port);
    }

    /** The host. */
    public String host() {
        return host;
    }

    /** The port. */
    public int port() {
        return port;
    }

    @Override
    public String toString() {
        return "HostInfo{host='" + host + "', port=" + port + "}";
    }
}
