package eu.lethe.widget.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ContractTest {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private final JsonObject contract =
            Json.createReader(new StringReader(new Contract().contract())).readObject();

    @Test
    void namesExactlyWhatIsServed() {
        assertThat(promised()).isEqualTo(served());
    }

    @Test
    void namesEveryOperationOnce() {
        var ids = operations()
                .map(operation -> operation.getString("operationId"))
                .toList();

        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(15);
    }

    @Test
    void refersToNothingThatIsNotThere() {
        String text = contract.toString();

        assertThat(Arrays.stream(text.split("\"\\$ref\":\"#/"))
                        .skip(1)
                        .map(rest -> rest.substring(0, rest.indexOf('"'))))
                .isNotEmpty()
                .allSatisfy(
                        pointer -> assertThat(contract.getValue("/" + pointer)).isNotNull());
    }

    private Stream<JsonObject> operations() {
        return contract.getJsonObject("paths").values().stream()
                .map(path -> path.asJsonObject())
                .flatMap(path -> METHODS.stream().filter(path::containsKey).map(path::getJsonObject));
    }

    private Set<String> promised() {
        var promised = new TreeSet<String>();
        contract.getJsonObject("paths")
                .forEach((path, methods) -> methods.asJsonObject().keySet().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> promised.add(method + " " + path)));
        return promised;
    }

    private static Set<String> served() {
        return new IntegratorApi()
                .getClasses().stream()
                        .filter(resource -> resource.isAnnotationPresent(Path.class))
                        .flatMap(resource ->
                                Arrays.stream(resource.getDeclaredMethods()).flatMap(ContractTest::served))
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> served(Method method) {
        String base = method.getDeclaringClass().getAnnotation(Path.class).value();
        var below = method.getAnnotation(Path.class);
        String path = "/" + base + (below == null ? "" : "/" + below.value());
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> verb.value().toLowerCase(Locale.ROOT) + " " + path);
    }
}
