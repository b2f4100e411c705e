package eu.lethe.system;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A visitor whose connection breaks: the browser is closed, or the phone is out of reach. */
final class Leaving {

    private final RunningLethe lethe;
    private final Socket socket;

    Leaving(RunningLethe lethe) throws IOException {
        this.lethe = lethe;
        this.socket = new Socket(lethe.url().getHost(), lethe.url().getPort());
    }

    /** Asks, and waits for the beginning of the answer's stream. */
    void ask(String text) throws IOException {
        byte[] body = ("{\"id\":\"" + UUID.randomUUID() + "\",\"text\":\"" + text + "\",\"language\":\"en\"}")
                .getBytes(StandardCharsets.UTF_8);
        String head = "POST /visitor/sites/demo/messages HTTP/1.1\r\nHost: localhost\r\nOrigin: " + lethe.origin()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().write(body);
        socket.getOutputStream().flush();
        if (socket.getInputStream().read() < 0) {
            throw new IOException("no answer");
        }
    }

    /** @return when, in nanoseconds */
    long leave() throws IOException {
        socket.close();
        return System.nanoTime();
    }
}
