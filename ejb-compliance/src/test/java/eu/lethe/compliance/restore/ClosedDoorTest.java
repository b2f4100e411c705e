package eu.lethe.compliance.restore;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosedDoorTest {

    @Test
    void aServerThatHasLookedAtNothingIsClosed() {
        var guard = new RestoreGuard();
        assertThat(guard.isOpen()).isFalse();
        assertThat(guard.state()).isEqualTo(RestoreGuard.State.CHECKING);
    }

    /** No container stands behind this test, as none does yet while a server is being deployed. */
    @Test
    void nobodyGetsInBeforeTheApplicationIsThere() throws Exception {
        List<Object> statuses = new ArrayList<>();
        var said = new StringWriter();
        FilterChain inside = (request, response) -> statuses.add("inside");

        new ClosedDoor().doFilter(request("/visitor/sites/demo"), response(statuses, said), inside);
        assertThat(statuses).containsExactly(503);
        assertThat(said.toString()).contains("urn:lethe:problem:restoring");

        new ClosedDoor().doFilter(request("/health/live"), response(statuses, said), inside);
        assertThat(statuses).endsWith("inside");
    }

    private static HttpServletRequest request(String uri) {
        return standIn(
                HttpServletRequest.class,
                (proxy, method, arguments) -> method.getName().equals("getRequestURI") ? uri : "GET");
    }

    private static HttpServletResponse response(List<Object> statuses, StringWriter said) {
        return standIn(HttpServletResponse.class, (proxy, method, arguments) -> {
            if (method.getName().equals("setStatus")) {
                statuses.add(arguments[0]);
            }
            return method.getName().equals("getWriter") ? new PrintWriter(said) : null;
        });
    }

    private static <T> T standIn(Class<T> type, InvocationHandler answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
