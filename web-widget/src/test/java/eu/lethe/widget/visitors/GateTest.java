package eu.lethe.widget.visitors;

import static org.assertj.core.api.Assertions.assertThat;

import eu.lethe.compliance.kernel.Networks;
import eu.lethe.widget.streams.Wire;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a page is told that asks too often, before anybody looks at what it asks. */
class GateTest {

    private final Gate gate = new Gate();
    private final Map<String, String> headers = new HashMap<>();
    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status;

    @BeforeEach
    void askedTooOften() {
        var limits = new Limits();
        limits.messagesPerVisitor = limits.messagesPerAddress = limits.codesPerAddress = 1;
        limits.codeRequestsPerAddress = limits.requestsPerAddress = 1;
        limits.networks = new Networks(Optional.empty());
        limits.clock = Clock.systemUTC();
        limits.start();
        limits.request(request("GET"));
        gate.limits = limits;
        gate.wire = new Wire();
    }

    @Test
    void letsAPageOfAnotherOriginReadHowLongToWait() throws Exception {
        gate.doFilter(request("POST"), response(), (request, response) -> {});

        assertThat(status).isEqualTo(429);
        assertThat(headers)
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Retry-After", "60")
                .hasEntrySatisfying(
                        "Access-Control-Expose-Headers",
                        exposed -> assertThat(exposed).contains("Retry-After"));
        assertThat(body.toString(StandardCharsets.UTF_8)).contains("urn:lethe:problem:too-many-requests");
    }

    @Test
    void letsThePreflightPassThatWouldHideIt() throws Exception {
        gate.doFilter(request("OPTIONS"), response(), (request, response) -> {});

        assertThat(status).isEqualTo(204);
        assertThat(headers)
                .containsEntry("Access-Control-Allow-Origin", "*")
                .containsEntry("Access-Control-Allow-Headers", "authorization, content-type, last-event-id");
    }

    private static HttpServletRequest request(String method) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                GateTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (it, asked, args) -> switch (asked.getName()) {
                    case "getMethod" -> method;
                    case "getRemoteAddr" -> "192.0.2.7";
                    default -> null;
                });
    }

    private HttpServletResponse response() {
        return (HttpServletResponse) Proxy.newProxyInstance(
                GateTest.class.getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (it, asked, args) -> switch (asked.getName()) {
                    case "setHeader" -> headers.put((String) args[0], (String) args[1]);
                    case "containsHeader" -> headers.containsKey((String) args[0]);
                    case "setStatus" -> {
                        status = (int) args[0];
                        yield null;
                    }
                    case "getOutputStream" -> out();
                    default -> null;
                });
    }

    private ServletOutputStream out() {
        return new ServletOutputStream() {
            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setWriteListener(WriteListener listener) {}

            @Override
            public void write(int value) {
                body.write(value);
            }
        };
    }
}
