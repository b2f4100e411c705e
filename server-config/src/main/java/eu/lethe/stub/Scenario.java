package eu.lethe.stub;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How one request is to be answered, as the model's name says:
 * {@code stub?ttft=200&tps=50&tokens=120&fault=cut:40&times=1&text=...}.
 *
 * @param firstPiece milliseconds before the first piece
 * @param gap milliseconds between pieces
 * @param fault what goes wrong, or {@code ok}
 * @param argument what the fault does it with: after how many pieces, or the seconds of Retry-After
 * @param times how often it goes wrong before it goes well, or 0 for always
 */
record Scenario(int firstPiece, int gap, List<String> pieces, String fault, String argument, int times) {

    private static final Pattern PASSAGE =
            Pattern.compile("<passage number=\"1\"[^>]*>\\s*(.*?)\\s*</passage>", Pattern.DOTALL);
    private static final Pattern PIECE = Pattern.compile("\\s*\\S+");
    private static final String[] WORDS =
            "the customer can request a copy of all personal data at any time and we answer within one month"
                    .split(" ");
    private static final int LONGEST = 400;

    static Scenario of(String model, Map<String, @Nullable Object> request) {
        Map<String, String> wish = parameters(model);
        String[] fault = wish.getOrDefault("fault", "ok").split(":", 2);
        return new Scenario(
                number(wish, "ttft", 0),
                1000 / Math.max(1, number(wish, "tps", 200)),
                pieces(wish, request),
                fault[0],
                fault.length > 1 ? fault[1] : "",
                number(wish, "times", 0));
    }

    int after() {
        return argument.isEmpty() ? 3 : Integer.parseInt(argument);
    }

    private static Map<String, String> parameters(String model) {
        var parameters = new HashMap<String, String>();
        int start = model.indexOf('?');
        if (start >= 0) {
            for (String pair : model.substring(start + 1).split("&")) {
                String[] parts = pair.split("=", 2);
                parameters.put(parts[0], parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
            }
        }
        return parameters;
    }

    private static int number(Map<String, String> wish, String name, int otherwise) {
        String value = wish.get(name);
        return value == null ? otherwise : Integer.parseInt(value);
    }

    private static List<String> pieces(Map<String, String> wish, Map<String, @Nullable Object> request) {
        String text = wish.get("text");
        if (text != null) {
            return split(text);
        }
        int tokens = number(wish, "tokens", 0);
        return tokens > 0 ? words(tokens) : split(grounded(prompt(request)));
    }

    private static List<String> words(int count) {
        var words = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            words.add((i == 0 ? "" : " ") + WORDS[i % WORDS.length]);
        }
        return words;
    }

    // Answers as a well-behaved model would: from the first passage, with its number.
    private static String grounded(String prompt) {
        Matcher passage = PASSAGE.matcher(prompt);
        if (!passage.find()) {
            return "I have no passage to answer from. [0]";
        }
        String text = passage.group(1).replaceAll("\\s+", " ");
        int end = text.length() <= LONGEST ? text.length() : Math.max(1, text.lastIndexOf(' ', LONGEST));
        return text.substring(0, end) + " [1]";
    }

    private static String prompt(Map<String, @Nullable Object> request) {
        var prompt = new StringBuilder();
        if (request.get("messages") instanceof List<?> messages) {
            for (Object message : messages) {
                if (message instanceof Map<?, ?> fields) {
                    prompt.append(fields.get("content")).append('\n');
                }
            }
        }
        return prompt.toString();
    }

    private static List<String> split(String text) {
        var pieces = new ArrayList<String>();
        for (Matcher piece = PIECE.matcher(text); piece.find(); ) {
            pieces.add(piece.group());
        }
        return pieces;
    }
}
