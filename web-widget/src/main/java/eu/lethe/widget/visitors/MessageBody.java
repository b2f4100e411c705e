package eu.lethe.widget.visitors;

import eu.lethe.chat.conversations.Conversations.Utterance;
import eu.lethe.chat.sites.PublishedSite;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor sends.
 *
 * @param id made by the visitor's browser: the same again is the same message
 * @param language BCP 47; one the site does not speak gives the site's first
 * @param page where the visitor writes from; what is not the address of a web page is left out
 * @param secret made by the visitor's browser and told to nobody else: who has no token yet and sends the same message again
 *     shows with it that both come from the same page
 * @param again whether it may have been sent before, so that the store is searched for its answer
 */
public record MessageBody(
        @Nullable String id,
        @Nullable String text,
        @Nullable String language,
        @Nullable String page,
        @Nullable String conversation,
        @Nullable String secret,
        @Nullable Boolean again) {

    static final int LONGEST_TEXT = 4000;
    private static final int LONGEST_PAGE = 2000;

    boolean mayBeKnown() {
        return Boolean.TRUE.equals(again);
    }

    UUID messageId() {
        return Ids.of("message id", id);
    }

    @Nullable
    UUID secretId() {
        return secret == null ? null : Ids.of("secret", secret);
    }

    @Nullable
    UUID conversationId() {
        return conversation == null ? null : Ids.of("conversation", conversation);
    }

    Utterance utterance(PublishedSite site) {
        return new Utterance(messageId(), cleanText(), languageOf(site), entryPage());
    }

    private String cleanText() {
        String clean = clean(text == null ? "" : text).strip();
        if (clean.isEmpty()) {
            throw new InvalidRequest("message-empty", "The text is empty.");
        }
        if (clean.codePointCount(0, clean.length()) > LONGEST_TEXT) {
            throw new InvalidRequest("message-too-long", "The text may hold at most 4000 characters.");
        }
        return clean;
    }

    // Control characters mean nothing in a message, half a surrogate pair cannot be stored.
    private static String clean(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.getType(point) == Character.SURROGATE) {
                clean.append('\uFFFD');
            } else if (point == '\n' || point == '\t' || !Character.isISOControl(point)) {
                clean.appendCodePoint(point);
            }
        });
        return clean.toString();
    }

    private String languageOf(PublishedSite site) {
        var spoken = site.settings().languages();
        String wanted = language == null ? "" : language.toLowerCase(Locale.ROOT);
        return spoken.stream()
                .filter(tag -> isSame(tag, wanted))
                .findFirst()
                .orElseGet(() -> spoken.isEmpty() ? "en" : spoken.get(0));
    }

    private static boolean isSame(String tag, String wanted) {
        String spoken = tag.toLowerCase(Locale.ROOT);
        return spoken.equals(wanted) || primary(spoken).equals(primary(wanted));
    }

    private static String primary(String tag) {
        int hyphen = tag.indexOf('-');
        return hyphen < 0 ? tag : tag.substring(0, hyphen);
    }

    private @Nullable String entryPage() {
        if (page == null || page.length() > LONGEST_PAGE) {
            return null;
        }
        try {
            String scheme = new URI(page).getScheme();
            return "http".equals(scheme) || "https".equals(scheme) ? page : null;
        } catch (URISyntaxException notAnAddress) {
            return null;
        }
    }
}
