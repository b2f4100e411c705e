package eu.lethe.stub;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One client's connection: reads requests and answers them until either side has enough. */
final class Exchange {

    private static final int LARGEST_BODY = 8 * 1024 * 1024;
    private static final int LONGEST_LINE = 64 * 1024;

    private final StubModel stub;
    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private StringBuilder head = new StringBuilder();

    Exchange(StubModel stub, Socket socket) throws IOException {
        this.stub = stub;
        this.socket = socket;
        this.in = new BufferedInputStream(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    void serve() throws IOException {
        for (String line = line(); !socket.isClosed() && !line.isEmpty(); line = line()) {
            String[] request = line.split(" ");
            head = new StringBuilder(line).append("\r\n");
            String body = body(headers());
            if (request.length < 2) {
                answer(400, "", "{\"error\":{\"message\":\"not HTTP\"}}");
                return;
            }
            route(request[0], request[1], body);
        }
    }

    private void route(String method, String path, String body) throws IOException {
        if (path.equals("/stats")) {
            StubModel.Stats stats = stub.stats();
            answer(
                    200,
                    "",
                    "{\"active\":%d,\"peak\":%d,\"total\":%d,\"aborted\":%d}"
                            .formatted(stats.active(), stats.peak(), stats.total(), stats.aborted()));
        } else if (path.equals("/requests") && method.equals("DELETE")) {
            stub.forget();
            answer(200, "", "{}");
        } else if (path.equals("/requests")) {
            answer(200, "", stub.requests().stream().map(Json::quote).collect(Collectors.joining(",", "[", "]")));
        } else if (path.endsWith("/models")) {
            answer(200, "", "{\"object\":\"list\",\"data\":[{\"id\":\"stub\",\"object\":\"model\"}]}");
        } else if (path.endsWith("/chat/completions") && method.equals("POST")) {
            complete(body);
        } else {
            answer(404, "", "{\"error\":{\"message\":\"no such path\",\"type\":\"invalid_request_error\"}}");
        }
    }

    private void complete(String body) throws IOException {
        stub.received(head.toString(), body);
        Map<String, @Nullable Object> request;
        Scenario scenario;
        try {
            request = Json.object(body);
            scenario = Scenario.of(stub.insistedOn().orElse(String.valueOf(request.get("model"))), request);
        } catch (IllegalArgumentException wrong) {
            answer(400, "", "{\"error\":{\"message\":\"bad request\",\"type\":\"invalid_request_error\"}}");
            return;
        }
        int call = stub.callOf(String.valueOf(request.get("model")));
        boolean faulty = scenario.times() == 0 || call <= scenario.times();
        String fault = faulty ? scenario.fault() : "ok";
        switch (fault) {
            case "429" ->
                answer(
                        429,
                        "Retry-After: " + (scenario.argument().isEmpty() ? "1" : scenario.argument()) + "\r\n",
                        "{\"error\":{\"message\":\"slow down\",\"type\":\"rate_limit_error\"}}");
            case "500", "503" ->
                answer(
                        Integer.parseInt(fault),
                        "",
                        "{\"error\":{\"message\":\"stub fault\",\"type\":\"server_error\"}}");
            case "401", "404" ->
                answer(
                        Integer.parseInt(fault),
                        "",
                        "{\"error\":{\"message\":\"no\",\"type\":\"invalid_request_error\"}}");
            case "html" -> answer("text/html", "<!doctype html><title>Sign in to the network</title>");
            default -> new Stream(stub, socket, in, out, scenario, fault).send();
        }
    }

    private void answer(int status, String header, String json) throws IOException {
        respond(status, header + "Content-Type: application/json\r\n", json);
    }

    private void answer(String type, String text) throws IOException {
        respond(200, "Content-Type: " + type + "\r\n", text);
    }

    private void respond(int status, String headers, String text) throws IOException {
        byte[] bytes = text.getBytes(UTF_8);
        out.write(("HTTP/1.1 " + status + " Stub\r\n" + headers + "Content-Length: " + bytes.length + "\r\n\r\n")
                .getBytes(ISO_8859_1));
        out.write(bytes);
        out.flush();
    }

    private Map<String, String> headers() throws IOException {
        var headers = new HashMap<String, String>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            head.append(line).append("\r\n");
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).trim());
            }
        }
        return headers;
    }

    private String body(Map<String, String> headers) throws IOException {
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        if (length > LARGEST_BODY) {
            throw new IOException("Request of " + length + " bytes");
        }
        return new String(in.readNBytes(length), UTF_8);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0 || line.size() > LONGEST_LINE) {
                throw new EOFException();
            }
            line.write(b);
        }
        return line.toString(ISO_8859_1).strip();
    }
}
