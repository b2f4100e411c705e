package eu.lethe.chat.index;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch.generic.Body;
import org.opensearch.client.opensearch.generic.Requests;
import org.opensearch.client.opensearch.generic.Response;

/** Makes an index from one of the JSON files beside this class; whoever is second finds it there. */
final class Mapping {
    private static final System.Logger LOG = System.getLogger(Mapping.class.getName());
    private static final int OK = 200;

    private final String body;

    /** @param values what stands for each {@code ${name}} in the file */
    Mapping(String file, Map<String, String> values) throws IOException {
        String text = read(file).replace("${languages}", read("languages.json").strip());
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        body = text;
    }

    void create(OpenSearchClient client, String index) throws IOException {
        if (client.indices().exists(e -> e.index(index)).value()) {
            return;
        }
        try (Response response = client.generic()
                .execute(Requests.builder()
                        .method("PUT")
                        .endpoint("/" + index)
                        .json(body)
                        .build())) {
            String text = response.getBody().map(Body::bodyAsString).orElse("");
            if (response.getStatus() == OK) {
                LOG.log(Level.INFO, "Index {0} is created", index);
            } else if (!text.contains("resource_already_exists_exception")) {
                throw new IOException("Index " + index + " cannot be created: " + text);
            }
        }
    }

    private static String read(String file) throws IOException {
        try (InputStream stream = Mapping.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IOException(file + " is not in this archive");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
