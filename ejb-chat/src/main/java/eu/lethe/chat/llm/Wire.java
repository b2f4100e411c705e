package eu.lethe.chat.llm;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.config.PropertyNamingStrategy;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The OpenAI-compatible protocol as JSON: the few fields we send and the few we read. */
final class Wire {

    /** The whole of what a provider is sent; there is no field for a user, an id or an address (SEED-C24). */
    public record ChatRequest(
            String model,
            List<ChatLine> messages,
            boolean stream,
            StreamOptions streamOptions,
            @Nullable Integer maxTokens,
            @Nullable Double temperature) {}

    public record ChatLine(String role, String content) {}

    public record StreamOptions(boolean includeUsage) {}

    public record Chunk(
            @Nullable List<Choice> choices,
            @Nullable Usage usage,
            @Nullable Trouble error) {}

    public record Choice(@Nullable Delta delta, @Nullable String finishReason) {}

    public record Delta(@Nullable String content) {}

    public record Usage(
            @Nullable Integer promptTokens, @Nullable Integer completionTokens) {}

    /** An error as providers report it; its message may quote the prompt and is not read. */
    public record Trouble(@Nullable String type, @Nullable String param) {}

    private final Jsonb jsonb = JsonbBuilder.create(
            new JsonbConfig().withPropertyNamingStrategy(PropertyNamingStrategy.LOWER_CASE_WITH_UNDERSCORES));

    String request(
            LanguageModel.Prompt prompt, String model, @Nullable Integer maxTokens, @Nullable Double temperature) {
        var lines = prompt.lines().stream()
                .map(line -> new ChatLine(role(line.speaker()), line.text()))
                .toList();
        return jsonb.toJson(new ChatRequest(model, lines, true, new StreamOptions(true), maxTokens, temperature));
    }

    /** @throws JsonbException if the text is not what the protocol promises */
    Chunk chunk(String json) {
        Chunk chunk = jsonb.fromJson(json, Chunk.class);
        if (chunk == null) {
            throw new JsonbException("null instead of a chunk");
        }
        return chunk;
    }

    private static String role(LanguageModel.Speaker speaker) {
        return speaker == LanguageModel.Speaker.VISITOR
                ? "user"
                : speaker.name().toLowerCase(Locale.ROOT);
    }
}
