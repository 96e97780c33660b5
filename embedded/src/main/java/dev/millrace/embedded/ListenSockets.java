package dev.millrace.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The two sockets a broker listens on, one for clients and one for its own controller, both on the loopback address.
 *
 * <p>They are bound before anything of Kafka exists, and Kafka is handed the open channels. So the port is known when
 * the configuration is written, nobody can take a free port between choosing and binding it, and a port in use is found
 * before the disk is touched.
 */
final class ListenSockets implements ServerSocketFactory, AutoCloseable {
    static final String HOST = "127.0.0.1";
    static final String CLIENTS = "PLAINTEXT";
    static final String CONTROLLER = "CONTROLLER";

    private final ServerSocketChannel clients;
    private final ServerSocketChannel controller;

    private ListenSockets(ServerSocketChannel clients, ServerSocketChannel controller) {
        this.clients = clients;
        this.controller = controller;
    }

    /** Binds both; the clients' socket to the given port, or to any free one if it is 0. */
    static ListenSockets bind(int port) {
        ServerSocketChannel clients = bindOne(port);
        try {
            return new ListenSockets(clients, bindOne(0));
        } catch (BrokerException e) {
            closeQuietly(clients);
            throw e;
        }
    }

    private static ServerSocketChannel bindOne(int port) {
        ServerSocketChannel channel = null;
        try {
            channel = ServerSocketChannel.open();
            channel.configureBlocking(false);
            return channel.bind(new InetSocketAddress(loopback(), port));
        } catch (IOException e) {
            if (channel != null) {
                closeQuietly(channel);
            }
            throw new BrokerException(
                    "Cannot listen on " + HOST + ":" + port + ": " + e.getMessage()
                            + ". Stop the program that uses the port, or choose another one (0 takes any free port).",
                    e);
        }
    }

    /** The address for clients. */
    InetSocketAddress clients() {
        return address(clients);
    }

    /** The address of the controller. */
    InetSocketAddress controller() {
        return address(controller);
    }

    private static InetSocketAddress address(ServerSocketChannel channel) {
        return new InetSocketAddress(loopback(), channel.socket().getLocalPort());
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(HOST, new byte[] {127, 0, 0, 1});
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four bytes are an address", e);
        }
    }

    /** Called by Kafka in place of opening a socket. */
    @Override
    public ServerSocketChannel openServerSocket(
            String listener, InetSocketAddress address, int backlog, int receiveBufferBytes) throws IOException {
        for (ServerSocketChannel channel : new ServerSocketChannel[] {clients, controller}) {
            if (channel.socket().getLocalPort() == address.getPort()) {
                return channel;
            }
        }
        throw new IOException("Listener " + listener + " at " + address + " was added through a broker property; an"
                + " embedded broker listens on " + clients() + " only. Remove the property listeners.");
    }

    @Override
    public void close() {
        closeQuietly(clients);
        closeQuietly(controller);
    }

    private static void closeQuietly(ServerSocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // Kafka has closed it before, or the system will: there is nothing to lose on a listening socket.
        }
    }
}
