package eu.lethe.widget.api;

import jakarta.json.Json;
import java.io.StringReader;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Paths as a log may hold them: the contract's words and ids. Whatever else a program writes there may be somebody's address. */
record LoggedPaths(Set<String> words) {

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final int DEEPEST = 8;

    static LoggedPaths of(String contract) {
        try (var reader = Json.createReader(new StringReader(contract))) {
            return new LoggedPaths(reader.readObject().getJsonObject("paths").keySet().stream()
                    .flatMap(path -> Arrays.stream(path.split("/", -1)))
                    .collect(Collectors.toUnmodifiableSet()));
        }
    }

    String shown(@Nullable String path) {
        return path == null
                ? ""
                : Arrays.stream(path.split("/", -1))
                        .limit(DEEPEST)
                        .map(part -> words.contains(part) || ID.matcher(part).matches() ? part : "*")
                        .collect(Collectors.joining("/"));
    }
}
