package eu.lethe.server.supervision;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** TCP ports: their numbers, whether one is free, and where the next free one is. */
public final class Ports {

    public static final String LOOPBACK = "127.0.0.1";
    private static final int HIGHEST = 65535;

    private Ports() {}

    public static int number(String name, String text) {
        try {
            int port = Integer.parseInt(text.strip());
            if (port >= 1 && port <= HIGHEST) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // said below, as for a number out of range
        }
        throw new Refusal("The value of " + name + " must be a port from 1 to " + HIGHEST + ", not \"" + text + "\".");
    }

    public static void requireFree(String host, int port, String whose) {
        if (!free(address(host), port)) {
            throw new Refusal("Port " + port + " (" + whose
                    + ") is taken by another program: stop it, or choose another " + "port with --port.");
        }
    }

    /**
     * The first free port from here on. The stores get neighbours of Lethe's own port and not one the system picks: that
     * could be handed to somebody else in the moment in which a store that died is started again.
     */
    public static int freeFrom(int first) {
        InetAddress loopback = address(LOOPBACK);
        for (int port = first; port <= HIGHEST; port++) {
            if (free(loopback, port)) {
                return port;
            }
        }
        throw new Refusal("There is no free port above " + first + " on this machine.");
    }

    private static InetAddress address(String host) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException unknown) {
            throw new Refusal("The host \"" + host + "\" (lethe.host) is unknown on this machine.", unknown);
        }
    }

    private static boolean free(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
