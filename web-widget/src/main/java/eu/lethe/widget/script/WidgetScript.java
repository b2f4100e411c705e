package eu.lethe.widget.script;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Serves the widget's three files, compressed once at the start. The first is asked for again now and then, so that an update
 * reaches every website within minutes; each names the next by its version, which is therefore kept for good.
 */
@WebServlet(urlPatterns = "/widget/*", loadOnStartup = 1)
public class WidgetScript extends HttpServlet {

    private static final String LAUNCHER = "/lethe.js";
    private static final String PANEL = "/panel.js";
    private static final String PRIVACY = "/privacy.js";
    private static final String PANEL_VERSION = "PANEL_VERSION";
    private static final String PRIVACY_VERSION = "PRIVACY_VERSION";

    private Map<String, ScriptFile> files = Map.of();

    @Override
    public void init() {
        var privacy = ScriptFile.of(source(PRIVACY));
        var panel = ScriptFile.of(source(PANEL).replace(PRIVACY_VERSION, privacy.version()));
        var launcher = ScriptFile.of(source(LAUNCHER).replace(PANEL_VERSION, panel.version()));
        files = Map.of(LAUNCHER, launcher, PANEL, panel, PRIVACY, privacy);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var file = file(request.getPathInfo());
        if (file == null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        boolean lasting = file.version().equals(request.getParameter("v"));
        boolean zipped = acceptsGzip(request.getHeader("Accept-Encoding"));
        String tag = '"' + file.version() + (zipped ? "-gz\"" : "\"");
        response.setHeader("Cache-Control", lasting ? "public, max-age=31536000, immutable" : "public, max-age=600");
        response.setHeader("ETag", tag);
        response.setHeader("Vary", "Accept-Encoding");
        // A script for every website; without this the panel could not be imported across origins.
        response.setHeader("Access-Control-Allow-Origin", "*");
        response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (tag.equals(request.getHeader("If-None-Match"))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        send(zipped ? file.gzip() : file.plain(), zipped, response);
    }

    private @Nullable ScriptFile file(@Nullable String path) {
        return path == null ? null : files.get(path);
    }

    private static void send(byte[] bytes, boolean zipped, HttpServletResponse response) throws IOException {
        if (zipped) {
            response.setHeader("Content-Encoding", "gzip");
        }
        response.setContentType("text/javascript;charset=UTF-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static boolean acceptsGzip(@Nullable String header) {
        return header != null && header.contains("gzip") && !header.contains("gzip;q=0");
    }

    private static String source(String path) {
        try (var in = WidgetScript.class.getResourceAsStream("/widget" + path)) {
            if (in == null) {
                throw new IllegalStateException("the build left out widget" + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
