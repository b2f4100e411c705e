package eu.lethe.chat.embeddings;

import eu.lethe.chat.embeddings.Transformer.Pooling;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sentence embeddings from a model that runs inside this server. Thread-safe. */
@ApplicationScoped
public class Embeddings {
    private static final System.Logger LOG = System.getLogger(Embeddings.class.getName());
    private static final String BUILT_IN = "/models/minilm/all-minilm-l6-v2-q";

    private String model = "";
    private String questionPrefix = "";
    private String passagePrefix = "";
    private int dimension;
    private Transformer transformer;

    /** For the client proxy, which never embeds anything itself. */
    @SuppressWarnings("NullAway")
    protected Embeddings() {
        transformer = null;
    }

    /**
     * @param folder with {@code model.onnx} and {@code tokenizer.json}, instead of the built-in English model
     */
    @Inject
    public Embeddings(@ConfigProperty(name = "lethe.embeddings.folder") Optional<String> folder) {
        transformer = folder.map(name -> fromFolder(Path.of(name))).orElseGet(this::builtIn);
        dimension = transformer.embed("ready").length;
        LOG.log(Level.INFO, "Embedding model {0} with {1} dimensions is loaded", model, dimension);
    }

    /** Name and version of the model, part of the index's name: another model means another index. */
    public String model() {
        return model;
    }

    public int dimension() {
        return dimension;
    }

    /** Whether the model was trained on many languages; an English one ranks other languages little better than chance. */
    public boolean multilingual() {
        return model.contains("multilingual") || model.contains("labse") || model.contains("distiluse");
    }

    /** The unit-length vector of a text; what is beyond the model's window is left out. */
    public float[] embed(String text) {
        return transformer.embed(passagePrefix + text);
    }

    /** The vector of a question, for models that want questions and passages marked; else as {@link #embed}. */
    public float[] embedQuestion(String question) {
        return transformer.embed(questionPrefix + question);
    }

    private Transformer builtIn() {
        model = "minilm-l6-v2-q";
        try (InputStream tokenizer = resource(BUILT_IN + "-tokenizer.json");
                InputStream weights = resource(BUILT_IN + ".onnx")) {
            return open(weights.readAllBytes(), WordPiece.from(tokenizer));
        } catch (IOException e) {
            throw new IllegalStateException("The built-in embedding model cannot be read", e);
        }
    }

    private Transformer fromFolder(Path folder) {
        model = modelName(folder);
        if (model.contains("e5")) {
            questionPrefix = "query: ";
            passagePrefix = "passage: ";
        }
        try (InputStream tokenizer = Files.newInputStream(folder.resolve("tokenizer.json"))) {
            return open(Files.readAllBytes(folder.resolve("model.onnx")), WordPiece.from(tokenizer));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "lethe.embeddings.folder must hold model.onnx and tokenizer.json: " + e.getMessage(), e);
        }
    }

    private Transformer open(byte[] weights, WordPiece wordPiece) {
        try {
            return new Transformer(weights, wordPiece, model.contains("bge") ? Pooling.FIRST_TOKEN : Pooling.MEAN);
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "ONNX Runtime is missing: put onnxruntime.jar on the server's class path, not into the EAR", e);
        }
    }

    /** As an index name takes it. */
    private static String modelName(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return (name == null ? "model" : name.toString())
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-");
    }

    private static InputStream resource(String name) throws IOException {
        InputStream stream = Embeddings.class.getResourceAsStream(name);
        if (stream == null) {
            throw new IOException(name + " is not in this archive");
        }
        return stream;
    }

    @PreDestroy
    void close() {
        transformer.close();
    }
}
