package eu.lethe.stub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;

/** One answer on its way, with the fault it was asked to have. */
final class Stream {

    private static final int FOREVER = Integer.MAX_VALUE;

    private final StubModel stub;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final Scenario scenario;
    private final String fault;

    Stream(StubModel stub, Socket socket, InputStream in, OutputStream out, Scenario scenario, String fault) {
        this.stub = stub;
        this.socket = socket;
        this.in = in;
        this.out = out;
        this.scenario = scenario;
        this.fault = fault;
    }

    void send() throws IOException {
        stub.began();
        boolean byClient = true;
        try {
            if (fault.equals("slowhead")) {
                pause(FOREVER);
            }
            write("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nX-Request-Id: stub-"
                    + stub.stats().total() + "\r\nTransfer-Encoding: chunked\r\n\r\n");
            pause(scenario.firstPiece());
            speak();
            byClient = false;
        } finally {
            stub.ended(byClient);
        }
    }

    private void speak() throws IOException {
        event("{\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"role\":\"assistant\","
                + "\"content\":\"\"},\"finish_reason\":null}]}");
        long start = System.nanoTime();
        for (int said = 0; said < length(); said++) {
            if (said == scenario.after() && breaksOff()) {
                return;
            }
            delta(piece(said));
            long due = start / 1_000_000 + (long) scenario.gap() * (said + 1);
            pauseUnlessFlooding((int) Math.max(1, due - System.nanoTime() / 1_000_000));
        }
        if (scenario.pieces().size() <= scenario.after() && breaksOff()) {
            return;
        }
        finish();
    }

    private int length() {
        return fault.equals("flood") || fault.equals("slow")
                ? FOREVER
                : scenario.pieces().size();
    }

    private String piece(int number) {
        return fault.equals("flood")
                ? " flood".repeat(200)
                : scenario.pieces().get(number % scenario.pieces().size());
    }

    /** Does what the fault does in the middle of an answer; true if nothing more is to be said. */
    private boolean breaksOff() throws IOException {
        switch (fault) {
            case "cut" -> {
                socket.setSoLinger(true, 0);
                socket.close();
            }
            case "fincut" -> socket.close();
            case "nodone" -> write("0\r\n\r\n");
            case "malformed" -> {
                event("{\"choices\":[{\"delta\":{\"content\":");
                return false;
            }
            case "errevent" -> {
                event("{\"error\":{\"message\":\"the model fell over\",\"type\":\"server_error\"}}");
                write("0\r\n\r\n");
            }
            case "stall" -> pause(FOREVER);
            default -> {
                return false;
            }
        }
        return true;
    }

    private void delta(String text) throws IOException {
        event("{\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":"
                + Json.quote(text) + "},\"finish_reason\":null}]}");
    }

    private void finish() throws IOException {
        event(
                "{\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
        int words = scenario.pieces().size();
        event(
                "{\"object\":\"chat.completion.chunk\",\"choices\":[],\"usage\":{\"prompt_tokens\":1,\"completion_tokens\":"
                        + words + ",\"total_tokens\":" + (words + 1) + "}}");
        event("[DONE]");
        write("0\r\n\r\n");
    }

    private void event(String data) throws IOException {
        String end = fault.equals("crlf") ? "\r\n" : "\n";
        String comment = fault.equals("crlf") ? ": still here\r\n\r\n" : "";
        byte[] bytes = (comment + "data: " + data + end + end).getBytes(UTF_8);
        if (fault.equals("utf8")) {
            for (int i = 0; i < bytes.length; i++) {
                chunk(bytes, i, 1);
            }
        } else {
            chunk(bytes, 0, bytes.length);
        }
    }

    private void chunk(byte[] bytes, int from, int length) throws IOException {
        byte[] head = (Integer.toHexString(length) + "\r\n").getBytes(ISO_8859_1);
        byte[] chunk = new byte[head.length + length + 2];
        System.arraycopy(head, 0, chunk, 0, head.length);
        System.arraycopy(bytes, from, chunk, head.length, length);
        chunk[chunk.length - 2] = '\r';
        chunk[chunk.length - 1] = '\n';
        out.write(chunk);
    }

    private void write(String raw) throws IOException {
        out.write(raw.getBytes(ISO_8859_1));
    }

    private void pauseUnlessFlooding(int millis) throws IOException {
        if (!fault.equals("flood")) {
            pause(millis);
        }
    }

    // Waits by reading: a client that closes its end is noticed at once, and nothing else is expected from it now.
    private void pause(int millis) throws IOException {
        if (millis <= 0) {
            return;
        }
        socket.setSoTimeout(millis);
        try {
            in.read();
            throw new IOException("The client left");
        } catch (SocketTimeoutException waited) {
            socket.setSoTimeout(0);
        }
    }
}
