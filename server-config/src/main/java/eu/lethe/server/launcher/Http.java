package eu.lethe.server.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The supervisor's own requests: a GET with a time limit, by the smallest client there is. */
final class Http {

    private static final int BODY_LIMIT = 256 * 1024;

    private Http() {}

    record Answer(int status, String body) {}

    static Answer get(String url, int millis, Optional<String> login) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        try {
            connection.setConnectTimeout(millis);
            connection.setReadTimeout(millis);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            login.ifPresent(pair -> connection.setRequestProperty(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8))));
            int status = connection.getResponseCode();
            return new Answer(status, body(connection, status));
        } finally {
            connection.disconnect();
        }
    }

    /** The status, or 0 if nobody answers. */
    static int status(String url, int millis) {
        try {
            return get(url, millis, Optional.empty()).status();
        } catch (IOException nobody) {
            return 0;
        }
    }

    private static String body(HttpURLConnection connection, int status) throws IOException {
        InputStream stream =
                status < HttpURLConnection.HTTP_BAD_REQUEST ? connection.getInputStream() : connection.getErrorStream();
        if (stream == null) {
            return "";
        }
        try (stream) {
            return new String(stream.readNBytes(BODY_LIMIT), StandardCharsets.UTF_8);
        }
    }
}
